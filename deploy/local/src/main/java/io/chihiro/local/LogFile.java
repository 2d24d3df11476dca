package io.chihiro.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// A process's log: looked at from its end, and set aside when it has grown.
final class LogFile {
  /// A log larger than this is set aside before its process starts.
  static final long ROTATE_BYTES = 10 * 1024 * 1024;

  private static final int LONGEST_LINE_BYTES = 400;

  private LogFile() {}

  /// The last lines of a log, or nothing if there is none.
  static String tail(Path log, int lines) throws IOException {
    if (!Files.exists(log)) {
      return "";
    }
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long from = Math.max(0, file.length() - (long) lines * LONGEST_LINE_BYTES);
      file.seek(from);
      byte[] end = new byte[(int) (file.length() - from)];
      file.readFully(end);
      List<String> all = new String(end, StandardCharsets.UTF_8).lines().toList();
      return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
    }
  }

  /// Keeps one older copy beside a log that has grown past the limit.
  static void rotate(Path log, long limitBytes) throws IOException {
    if (Files.exists(log) && Files.size(log) > limitBytes) {
      Path older = log.resolveSibling(log.getFileName() + ".1");
      Files.move(log, older, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
