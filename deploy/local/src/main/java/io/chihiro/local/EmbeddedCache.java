package io.chihiro.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A Redis of one's own, with every write in an append-only file on disk.
///
/// At most the last second of writes is lost when the machine goes down; nothing when only the
/// process is killed.
public final class EmbeddedCache implements AutoCloseable {
  private static final Duration START_PATIENCE = Duration.ofSeconds(20);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

  private final Process process;
  private final int port;

  private EmbeddedCache(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /// Starts a Redis and returns once it answers.
  ///
  /// @param folder where its data is or will be
  /// @param port where clients connect, on 127.0.0.1
  /// @throws IllegalStateException if it does not come up; the message says what to install
  public static EmbeddedCache start(Path folder, int port) throws InterruptedException {
    Path log = folder.resolve("redis.log");
    try {
      Process process =
          new ProcessBuilder(command(folder, port))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "redis-stop"));
      EmbeddedCache cache = new EmbeddedCache(process, port);
      cache.awaitAnswer(log);
      return cache;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start Redis: " + e.getMessage(), e);
    }
  }

  /// Starts a Redis on a port that happens to be free, for tests.
  public static EmbeddedCache startAnywhere(Path folder) throws InterruptedException {
    return start(folder, Ports.free().redis());
  }

  /// The command line of a Redis with its data in `folder`, which is created.
  static List<String> command(Path folder, int port) {
    Path home = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(home);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create the folder of Redis, " + home, e);
    }
    return List.of(
        RedisBinary.find(home).toString(),
        "--port",
        Integer.toString(port),
        "--bind",
        "127.0.0.1",
        "--dir",
        home.toString(),
        "--appendonly",
        "yes",
        "--appendfsync",
        "everysec",
        "--save",
        "",
        "--loglevel",
        "warning");
  }

  /// Where clients connect, as `redis://host:port`.
  public String uri() {
    return "redis://127.0.0.1:" + port;
  }

  /// The process, for tests that kill it.
  public ProcessHandle process() {
    return process.toHandle();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /// Whether a Redis on this port has its data in memory and answers.
  static boolean answers(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(1000);
      socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      return new String(in.readNBytes(5), StandardCharsets.US_ASCII).equals("+PONG");
    } catch (IOException _) {
      return false;
    }
  }

  /// What to say when Redis ended instead of answering.
  static String whyNot(String said) {
    if (said.contains("libssl") || said.contains("libcrypto")) {
      return "The bundled Redis needs libssl.so.3: install the Debian package libssl3, or"
          + " redis-server.";
    }
    return "Redis does not start; its log says: " + said.strip();
  }

  private void awaitAnswer(Path log) throws IOException, InterruptedException {
    long end = System.nanoTime() + START_PATIENCE.toNanos();
    while (!answers(port)) {
      if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException(whyNot(LogFile.tail(log, 5)));
      }
      if (System.nanoTime() > end) {
        close();
        throw new IllegalStateException("Redis did not answer within " + START_PATIENCE);
      }
    }
  }
}
