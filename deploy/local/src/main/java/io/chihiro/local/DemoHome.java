package io.chihiro.local;

import io.chihiro.sample.SampleLife;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The demo's own home inside the owner's, begun anew each time: nothing of it mixes with one's
/// own days.
final class DemoHome {
  static final String ZONES = "CHIHIRO_ZONES";

  private static final String NAME = "demo";
  private static final String SAMPLE = "sample";
  private static final String JOURNAL = "journal";

  private final Home home;

  DemoHome(Home owners) {
    home = new Home(owners.folder().resolve(NAME));
  }

  Home home() {
    return home;
  }

  Path export() {
    return home.folder().resolve(SAMPLE).resolve("export.zip");
  }

  /// Empties it, keeping only Redis unpacked.
  void begin() throws IOException {
    if (Files.exists(home.folder())) {
      Files.walkFileTree(home.folder(), new Eraser());
    }
    home.prepare();
    Files.writeString(home.settingsFile(), ZONES + "=" + SampleLife.ZONES + "\n");
  }

  /// Writes the sample life, to be taken from there.
  void write(SampleLife life) throws IOException {
    life.write(Files.createDirectories(home.folder().resolve(SAMPLE)));
  }

  /// Drops the journal into the watched folder, as a person would.
  ///
  /// @return how many files there were
  int dropJournal() throws IOException {
    Path from = home.folder().resolve(SAMPLE).resolve(JOURNAL);
    try (Stream<Path> all = Files.walk(from)) {
      List<Path> files = all.filter(Files::isRegularFile).toList();
      for (Path file : files) {
        Path place = home.journal().resolve(from.relativize(file).toString());
        Files.createDirectories(place.resolveSibling("."));
        Files.copy(file, place);
      }
      return files.size();
    }
  }

  private static final class Eraser extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (!file.getFileName().toString().startsWith("redis-server")) {
        Files.delete(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
        throws IOException {
      try (Stream<Path> left = Files.list(folder)) {
        if (left.findAny().isPresent()) {
          return FileVisitResult.CONTINUE;
        }
      }
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
