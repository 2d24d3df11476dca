package io.chihiro.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyPlacesTest {
  private static final Duration MOMENT = Duration.ofMillis(300);

  @TempDir private Path home;

  @Test
  void noRotationComesBetweenWhileTheFilesAreRead() throws Exception {
    KeyPlaces places = places(Optional.empty(), Optional.empty());
    KeyRing ring = places.open();
    byte[] sealed = ring.seal("owner", "place", new byte[] {7});
    Path copy = Files.createDirectories(home.resolve("copy/keys"));
    try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
      places.undisturbed(
          () -> {
            copy(places.master().orElseThrow(), copy);
            Future<KeyRing.Rotation> rotation = other.submit(ring::rotateAll);
            pause();
            assertTrue(!rotation.isDone());
            copy(places.folder().resolve("owner.json"), copy);
          });
    }

    KeyRing copied =
        KeyPlaces.in(home, Optional.of(copy), Optional.empty(), Optional.empty()).open();
    assertEquals(7, copied.open("owner", "place", sealed).orElseThrow()[0]);
    assertEquals(List.of(), left(places.folder()));
  }

  @Test
  void whereNoKeyWasEverMadeThereIsNothingToWaitFor() throws IOException {
    KeyPlaces places = places(Optional.empty(), Optional.empty());

    places.undisturbed(() -> {});

    assertTrue(Files.notExists(places.folder()));
  }

  @Test
  void theMasterIsAFileUnlessAServiceKeepsIt() {
    Path chosen = home.resolve("my.key");
    assertEquals(
        Optional.of(home.resolve("keys/master")),
        places(Optional.empty(), Optional.empty()).master());
    assertEquals(Optional.of(chosen), places(Optional.of(chosen), Optional.empty()).master());
    assertEquals(
        Optional.empty(), places(Optional.empty(), Optional.of("aws-kms://diary")).master());
  }

  private KeyPlaces places(Optional<Path> master, Optional<String> uri) {
    return KeyPlaces.in(home, Optional.empty(), master, uri);
  }

  private static List<Path> left(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(each -> each.toString().endsWith(".new")).toList();
    }
  }

  private static void copy(Path file, Path folder) throws IOException {
    var _ = Files.copy(file, folder.resolve(file.getFileName()));
  }

  private static void pause() throws IOException {
    try {
      TimeUnit.MILLISECONDS.sleep(MOMENT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
