package io.chihiro.local.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.keys.KeyPlaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeFilesTest {
  @TempDir private Path folder;
  private Path home = Path.of("");

  @BeforeEach
  void makeHome() throws IOException {
    home = Files.createDirectory(folder.resolve("home"));
  }

  @Test
  void whatIsOpenOnlyWhileItIsReadOrTakenInStaysOut() throws IOException {
    for (String passing : List.of("ocr/lent/1", "ocr/opened/opened-1", "ocr/uploads/diary.txt")) {
      write(home.resolve(passing));
    }
    write(home.resolve("ocr/answers/owner/7.json"));
    write(home.resolve("journal/uploads/diary.txt"));

    assertEquals(
        List.of("journal/uploads/diary.txt", "ocr/answers/owner/7.json"),
        files(keys(Optional.empty(), Optional.empty())).others());
  }

  @Test
  void theKeysAreFoundWhereverTheHomeHasThem() throws IOException {
    for (String path : List.of("token", "safe/owner.json", "safe/.lock", "ingest/master")) {
      write(home.resolve(path));
    }
    KeyFiles keys =
        keys(Optional.of(home.resolve("safe")), Optional.of(home.resolve("ingest/master")));

    assertEquals(List.of("ingest/master", "safe/owner.json"), files(keys).ofKeys());
    assertEquals(List.of("token"), files(keys).others());
    assertEquals(List.of(), files(keys).ofIngest());
    assertTrue(keys.isMaster("ingest/master"));
    assertTrue(keys.lieInHome());
    assertEquals(List.of(), keys.leftOut(true));
    assertEquals(
        List.of(
            "The master key %s is not in it: without that key nobody can read it."
                .formatted(home.resolve("ingest/master"))),
        keys.leftOut(false));
  }

  @Test
  void aFolderBesideTheHomeIsFoundThroughItsLink() throws IOException {
    Path beside = folder.resolve("beside");
    write(beside.resolve("owner.json"));
    write(beside.resolve("master"));
    Files.createSymbolicLink(home.resolve("keys"), beside);

    KeyFiles keys = keys(Optional.empty(), Optional.empty());

    assertEquals(List.of("keys/master", "keys/owner.json"), files(keys).ofKeys());
    assertTrue(keys.isMaster("keys/master"));
  }

  @Test
  void keysOutsideOfTheHomeAreNamed() throws IOException {
    Path elsewhere = folder.resolve("elsewhere");
    write(elsewhere.resolve("owner.json"));

    KeyFiles keys = keys(Optional.of(elsewhere), Optional.empty());

    assertFalse(keys.lieInHome());
    assertEquals(
        List.of(
            "The users' keys in %s are not in it: without them nobody can read it."
                .formatted(elsewhere),
            "The master key %s is not in it: without that key nobody can read it."
                .formatted(elsewhere.resolve("master"))),
        keys.leftOut(true));
  }

  @Test
  void keysWhereNothingIsKeptAreNotInTheHome() throws IOException {
    write(home.resolve("cache/keys/owner.json"));

    assertFalse(keys(Optional.of(home.resolve("cache/keys")), Optional.empty()).lieInHome());
  }

  @Test
  void aKeyOfAServiceIsNamed() throws IOException {
    KeyFiles keys =
        new KeyFiles(
            home,
            KeyPlaces.in(home, Optional.empty(), Optional.empty(), Optional.of("aws-kms://diary")));

    assertEquals(
        List.of("The key at aws-kms://diary is not in it: without that key nobody can read it."),
        keys.leftOut(true));
  }

  private HomeFiles files(KeyFiles keys) {
    return new HomeFiles(home, keys);
  }

  private KeyFiles keys(Optional<Path> places, Optional<Path> master) throws IOException {
    return new KeyFiles(home, KeyPlaces.in(home, places, master, Optional.empty()));
  }

  private static void write(Path file) throws IOException {
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, "Rain all day.");
  }
}
