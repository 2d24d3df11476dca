package io.chihiro.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A real Redis in a process of its own.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class EmbeddedCacheIT {
  @Test
  void aKeyIsThereAfterTheProcessWasKilled(@TempDir Path folder) throws Exception {
    int port = Ports.free().redis();
    try (EmbeddedCache first = EmbeddedCache.start(folder, port)) {
      assertEquals("+OK", ask(port, "SET song 'Summer - Joe Hisaishi'"));
      first.process().destroyForcibly();
      first.process().onExit().get(10, TimeUnit.SECONDS);
    }
    assertFalse(EmbeddedCache.answers(port));
    try (EmbeddedCache second = EmbeddedCache.start(folder, port)) {
      assertEquals("redis://127.0.0.1:" + port, second.uri());
      assertEquals("$21", ask(port, "GET song"));
    }
  }

  @Test
  void aRedisThatEndsAtOnceIsASentence() {
    String said = "redis-server: error while loading shared libraries: libssl.so.3: cannot open";
    assertTrue(EmbeddedCache.whyNot(said).contains("Debian package libssl3"));
  }

  private static String ask(int port, String command) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      return String.valueOf(in.readLine());
    }
  }
}
