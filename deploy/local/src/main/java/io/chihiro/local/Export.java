package io.chihiro.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// `export`: everything of the owner as one zip, in formats that other programs read.
final class Export implements Command {
  private static final String PATH = "/api/v1/export";

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
      download(door, part);
      context.say(summary(part) + " are in " + file);
      move(part, file);
    } finally {
      Files.deleteIfExists(part);
    }
    return 0;
  }

  private static void download(FrontDoor door, Path part) throws IOException, InterruptedException {
    try {
      door.download(PATH, part);
    } catch (ConnectException e) {
      throw e;
    } catch (IOException e) {
      throw new TroubleException(
          "The export broke off before its end, and nothing was written; try again when ./chihiro status says that all of it is up.",
          e);
    }
  }

  /// Counted in what was written.
  private static String summary(Path zip) throws IOException {
    try (ZipFile files = new ZipFile(zip.toFile())) {
      long days =
          files.stream()
              .filter(entry -> entry.getName().matches("journal/days/\\d.*[.]md"))
              .count();
      long apart =
          files.stream()
              .filter(entry -> entry.getName().matches("journal/(?:private|discarded)/.*[.]md"))
              .count();
      return "%,d days, %,d that are private or discarded, and %,d plays"
          .formatted(days, apart, plays(files));
    }
  }

  private static long plays(ZipFile files) throws IOException {
    ZipEntry plays = files.getEntry("plays/plays.jsonl");
    if (plays == null) {
      return 0;
    }
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(files.getInputStream(plays), StandardCharsets.UTF_8))) {
      return lines.lines().count();
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
