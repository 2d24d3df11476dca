package io.chihiro.bench;

import io.chihiro.local.LocalSystem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// What the cache says of itself.
///
/// @param port where it answers
/// @param folder where it keeps its file
record CacheMemory(int port, Path folder) {
  private static final String USED = "used_memory_dataset:";
  private static final int LONGEST_REPLY = 64 * 1024;

  static CacheMemory of(LocalSystem system) {
    return new CacheMemory(system.cachePort(), system.home().resolve("redis"));
  }

  /// Bytes of the data alone.
  long usedBytes() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write("INFO memory\r\n".getBytes(StandardCharsets.US_ASCII));
      StringBuilder reply = new StringBuilder();
      byte[] part = new byte[4096];
      while (!reply.toString().contains("mem_allocator") && reply.length() < LONGEST_REPLY) {
        int read = socket.getInputStream().read(part);
        reply.append(new String(part, 0, Math.max(0, read), StandardCharsets.US_ASCII));
      }
      return reply
          .toString()
          .lines()
          .filter(line -> line.startsWith(USED))
          .mapToLong(line -> Long.parseLong(line.substring(USED.length()).strip()))
          .findFirst()
          .orElseThrow(() -> new IOException("the cache does not tell its memory"));
    }
  }

  /// Bytes in its folder that are no data: the program itself, where it came along.
  long programBytes() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      long bytes = 0;
      for (Path file : files.filter(Files::isExecutable).filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
      return bytes;
    }
  }
}
