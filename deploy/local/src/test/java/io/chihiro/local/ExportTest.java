package io.chihiro.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
  private static final int HALF = 100_000;

  @TempDir private Path folder;

  @Test
  void whatBreaksOffIsToldAndLeavesNothing() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/api/v1/export",
        call -> {
          call.sendResponseHeaders(200, 0);
          call.getResponseBody().write(new byte[HALF]);
          call.getResponseBody().flush();
          throw new IOException("a part of it cannot be read");
        });
    server.start();
    try {
      Context context = context(server.getAddress().getPort());
      var trouble =
          assertThrows(
              TroubleException.class,
              () -> new Export().run(context, List.of(folder.resolve("all.zip").toString())));

      assertEquals(
          "The export broke off before its end, and nothing was written; try again when ./chihiro status says that all of it is up.",
          trouble.getMessage());
    } finally {
      server.stop(0);
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(folder.resolve("home")), left.toList());
    }
  }

  private Context context(int port) {
    Home home = new Home(folder.resolve("home"));
    home.prepare();
    return new Context(
        folder,
        home,
        new Ports(port),
        Map.of(),
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
  }
}
