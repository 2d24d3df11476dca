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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// A Redis of one's own, with every write in an append-only file on disk.
///
/// At most the last second of writes is lost when the machine goes down; nothing when only the
/// process is killed.
public final class EmbeddedCache implements AutoCloseable {
  private static final Duration START_PATIENCE = Duration.ofSeconds(20);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

  private final Process process;
  private final String uri;

  private EmbeddedCache(Process process, String uri) {
    this.process = process;
    this.uri = uri;
  }

  /// Starts a Redis and returns once it answers.
  ///
  /// @param folder where its data is or will be
  /// @param port where clients connect, on 127.0.0.1
  /// @throws IllegalStateException if it does not come up; the message says what to install
  public static EmbeddedCache start(Path folder, int port) throws InterruptedException {
    return start(folder, command(folder, port), "redis://127.0.0.1:" + port, () -> answers(port));
  }

  private static EmbeddedCache start(
      Path folder, List<String> command, String uri, BooleanSupplier answers)
      throws InterruptedException {
    Path log = folder.resolve("redis.log");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "redis-stop"));
      EmbeddedCache cache = new EmbeddedCache(process, uri);
      cache.awaitAnswer(log, answers);
      return cache;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start Redis: " + e.getMessage(), e);
    }
  }

  /// Starts a Redis on a port that happens to be free, for tests.
  public static EmbeddedCache startAnywhere(Path folder) throws InterruptedException {
    return start(folder, Ports.free().redis());
  }

  /// Starts a Redis that speaks nothing but TLS and knows nobody but one user, for tests.
  public static EmbeddedCache startEncrypted(
      Path folder, OwnCertificate own, String user, String password) throws InterruptedException {
    int port = Ports.free().redis();
    List<String> command = new ArrayList<>(command(folder, 0));
    command.addAll(List.of("--tls-port", Integer.toString(port), "--tls-auth-clients", "no"));
    command.addAll(List.of("--tls-cert-file", own.certificate().toString()));
    command.addAll(List.of("--tls-ca-cert-file", own.certificate().toString()));
    command.addAll(List.of("--tls-key-file", own.key().toString()));
    command.addAll(List.of("--user", user, "on", ">" + password, "~*", "&*", "+@all"));
    command.addAll(List.of("--user", "default", "off"));
    String uri = "rediss://%s:%s@127.0.0.1:%d".formatted(user, password, port);
    return start(folder, command, uri, () -> Ports.answers(port));
  }

  /// Starts a node of a Redis Cluster that knows no other node and serves no keys yet, for tests.
  public static EmbeddedCache startNode(Path folder) throws InterruptedException {
    int port = Ports.free().redis();
    List<String> command = new ArrayList<>(command(folder, port));
    command.addAll(List.of("--cluster-enabled", "yes", "--cluster-node-timeout", "2000"));
    return start(folder, command, "redis://127.0.0.1:" + port, () -> answers(port));
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
    return uri;
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

  private void awaitAnswer(Path log, BooleanSupplier answers)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + START_PATIENCE.toNanos();
    while (!answers.getAsBoolean()) {
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
