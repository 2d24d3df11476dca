package io.chihiro.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerFileTest {
  private static final byte[] CONTENT = "wrapped".getBytes(StandardCharsets.UTF_8);
  private static final int TIMES = 50;

  @TempDir private Path home;

  @Test
  void whoeverReadsKeysThatAreBeingDestroyedSeesThemOrNone() throws Exception {
    KeyRing ring = ring();
    KeyRing other = ring();
    AtomicBoolean done = new AtomicBoolean();
    try (var threads = Executors.newSingleThreadExecutor()) {
      Future<Integer> looks = threads.submit(() -> look(other, done));
      try {
        for (int time = 0; time < TIMES; time++) {
          var _ = ring.seal("ana", "place", CONTENT);
          ring.destroy("ana");
        }
      } finally {
        done.set(true);
      }
      assertTrue(looks.get() > 0);
    }
  }

  private static int look(KeyRing ring, AtomicBoolean done) {
    int looks = 0;
    do {
      boolean _ = ring.holds("ana");
      looks++;
    } while (!done.get());
    return looks;
  }

  @Test
  void whatAKillHasLeftHalfDoneIsClearedAwayByTheNextChange() throws IOException {
    KeyRing ring = ring();
    var _ = ring.seal("ana", "place", CONTENT);
    Files.write(keys().resolve(".fresh-17.new"), CONTENT);
    Files.write(keys().resolve(".going-ben.json.part"), CONTENT);

    ring.rotate("ana");

    assertEquals(0, leftovers());
  }

  @Test
  void nothingIsLeftOfAFileThatWasDestroyed() throws IOException {
    OwnerFile.replace(home.resolve("file"), CONTENT);

    OwnerFile.destroy(home.resolve("file"));
    OwnerFile.destroy(home.resolve("file"));

    try (Stream<Path> all = Files.list(home)) {
      assertEquals(0, all.count());
    }
  }

  @Test
  void aFileAndItsFolderAreTheOwnersAlone() throws IOException {
    Path file = home.resolve("imports/7/import.json");
    OwnerFile.replace(file, text("one"));
    OwnerFile.replace(file, text("two"));

    assertEquals("two", Files.readString(file));
    assertEquals("rw-------", permissions(file));
    assertEquals("rwx------", permissions(home.resolve("imports")));
    try (Stream<Path> left = Files.list(home.resolve("imports/7"))) {
      assertEquals(List.of(file), left.toList());
    }
  }

  @Test
  void whatIsThereIsNotMadeAgain() throws IOException {
    Path file = home.resolve("token");

    assertTrue(OwnerFile.create(file, text("one")));
    assertFalse(OwnerFile.create(file, text("two")));
    assertEquals("one", Files.readString(file));
  }

  private long leftovers() throws IOException {
    try (Stream<Path> all = Files.list(keys())) {
      return all.map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.startsWith(".") && !name.equals(".lock"))
          .count();
    }
  }

  private Path keys() {
    return home.resolve("keys");
  }

  private KeyRing ring() {
    return KeyPlaces.in(home).open();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
