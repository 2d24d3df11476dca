package io.chihiro.s3proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// S3Proxy over a folder, on a free port of 127.0.0.1, as a process of its own: what it brings
/// along does not go with what the services stand on.
public final class S3Server implements AutoCloseable {
  /// Who may ask it.
  public static final String ACCESS_KEY = "test-access";

  /// The other half of it.
  public static final String SECRET_KEY = "test-secret";

  private static final Duration START_PATIENCE = Duration.ofSeconds(90);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final String QUIET = "<configuration><root level=\"OFF\"/></configuration>";

  private final Process process;
  private final URI endpoint;

  private S3Server(Process process, URI endpoint) {
    this.process = process;
    this.endpoint = endpoint;
  }

  /// Starts one and waits until it answers.
  ///
  /// @param folder an empty one; each folder below it is a bucket
  /// @param buckets to begin with
  public static S3Server start(Path folder, String... buckets)
      throws IOException, InterruptedException {
    Path data = Files.createDirectories(folder.resolve("data"));
    for (String bucket : buckets) {
      Files.createDirectories(data.resolve(bucket));
    }
    int port = freePort();
    URI endpoint = URI.create("http://127.0.0.1:" + port);
    Path settings = folder.resolve("s3proxy.conf");
    Files.writeString(settings, settings(endpoint, data));
    Path quiet = folder.resolve("logback.xml");
    Files.writeString(quiet, QUIET);
    Process process =
        new ProcessBuilder(command(settings, quiet))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("s3proxy.log").toFile())
            .start();
    S3Server server = new S3Server(process, endpoint);
    server.awaitAnswer(port);
    return server;
  }

  public URI endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    var _ = process.destroyForcibly().onExit().join();
  }

  private static String settings(URI endpoint, Path data) {
    return """
    s3proxy.endpoint=%s
    s3proxy.authorization=aws-v2-or-v4
    s3proxy.identity=%s
    s3proxy.credential=%s
    jclouds.provider=filesystem-nio2
    jclouds.identity=x
    jclouds.credential=x
    jclouds.filesystem.basedir=%s
    """
        .formatted(endpoint, ACCESS_KEY, SECRET_KEY, data.toAbsolutePath());
  }

  private static List<String> command(Path settings, Path quiet) {
    Path root = Path.of(System.getProperty("chihiro.root", "."));
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xmx128m",
        // Its own default is DEBUG.
        "-Dlogback.configurationFile=" + quiet.toAbsolutePath(),
        "-cp",
        root.resolve("deploy/s3proxy/target/lib") + "/*",
        "org.gaul.s3proxy.Main",
        "--properties",
        settings.toString());
  }

  private void awaitAnswer(int port) throws InterruptedException {
    long end = System.nanoTime() + START_PATIENCE.toNanos();
    while (!answers(port)) {
      if (!process.isAlive() || System.nanoTime() > end) {
        process.destroyForcibly();
        throw new IllegalStateException("S3Proxy does not start; is deploy/s3proxy built?");
      }
      boolean _ = process.waitFor(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private static boolean answers(int port) {
    try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
