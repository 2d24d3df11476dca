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
    long size = Files.size(log);
    long from = Math.max(0, size - (long) lines * LONGEST_LINE_BYTES);
    List<String> all = between(log, from, size).lines().toList();
    return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
  }

  /// What a log says from one byte up to another.
  static String between(Path log, long from, long to) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      file.seek(from);
      byte[] part = new byte[Math.toIntExact(to - from)];
      file.readFully(part);
      return new String(part, StandardCharsets.UTF_8);
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
