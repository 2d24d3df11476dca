package io.chihiro.local;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.ZipFile;

/// `export`: the whole journal as one zip of Markdown files.
final class Export implements Command {
  private static final String PATH = "/api/v1/journal/export";

  @Override
  public int run(Context context, List<String> arguments) throws IOException, InterruptedException {
    if (arguments.size() != 1) {
      throw new TroubleException("Say where to: ./chihiro export FILE.zip");
    }
    Path file = Path.of(arguments.getFirst()).toAbsolutePath().normalize();
    if (Files.exists(file)) {
      throw new TroubleException(file + " is there already; it is not written over.");
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (FrontDoor door = context.frontDoor()) {
      door.download(PATH, part);
      context.say(summary(part) + " are in " + file);
      move(part, file);
    } finally {
      Files.deleteIfExists(part);
    }
    return 0;
  }

  /// Counted in what was written; a file that breaks off cannot be counted.
  private static String summary(Path zip) throws IOException {
    try (ZipFile files = new ZipFile(zip.toFile())) {
      long days =
          files.stream().filter(entry -> entry.getName().matches("days/\\d.*[.]md")).count();
      long apart =
          files.stream()
              .filter(entry -> entry.getName().matches("(?:private|discarded)/.*[.]md"))
              .count();
      return "%,d days, and %,d that are private or discarded,".formatted(days, apart);
    }
  }

  private static void move(Path part, Path file) throws IOException {
    try {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException _) {
      Files.move(part, file);
    }
  }
}
