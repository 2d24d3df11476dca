package io.chihiro.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/// A Kafka broker that is its own controller, with its log in a folder.
///
/// The folder is formatted the first time and found again every later time, also after the
/// process was killed and also on other ports.
public final class EmbeddedBroker implements AutoCloseable {
  private static final String META = "meta.properties";

  private final KafkaRaftServer server;
  private final int port;

  private EmbeddedBroker(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /// Starts a broker in this process and returns once it takes records.
  ///
  /// @param folder where its log is or will be
  /// @param port where clients connect, on 127.0.0.1
  /// @throws IllegalStateException if the folder cannot be formatted
  public static EmbeddedBroker start(Path folder, int port, int controllerPort) {
    return start(folder, port, controllerPort, Map.of());
  }

  /// Starts a broker that is told something else besides, such as another listener.
  static EmbeddedBroker start(
      Path folder, int port, int controllerPort, Map<String, String> besides) {
    Path log = folder.toAbsolutePath().normalize().resolve("log");
    Properties properties = BrokerProperties.of(log, port, controllerPort);
    properties.putAll(besides);
    format(folder, log, properties);
    KafkaRaftServer server =
        new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
    server.startup();
    return new EmbeddedBroker(server, port);
  }

  /// Starts a broker on ports that happen to be free, for tests.
  public static EmbeddedBroker startAnywhere(Path folder) {
    Ports ports = Ports.free();
    return start(folder, ports.broker(), ports.controller());
  }

  /// Where clients connect, as `host:port`.
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  /// Runs a broker until the process is ended.
  ///
  /// @param args folder, port, controller's port
  public static void main(String[] args) {
    QuietLog.toStandardError();
    EmbeddedBroker broker =
        start(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().name("broker-stop").unstarted(broker::close));
    broker.server.awaitShutdown();
  }

  private static void format(Path folder, Path log, Properties properties) {
    try {
      Files.createDirectories(log);
      if (Files.exists(log.resolve(META))) {
        return;
      }
      Path config = folder.resolve("broker.properties");
      try (OutputStream out = Files.newOutputStream(config)) {
        properties.store(out, null);
      }
      runFormat(config, Uuid.randomUuid().toString());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare the broker's folder " + folder, e);
    }
  }

  private static void runFormat(Path config, String clusterId) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    String[] command = {
      "format", "--cluster-id", clusterId, "--config", config.toString(), "--ignore-formatted"
    };
    if (StorageTool.execute(command, out) != 0) {
      throw new IllegalStateException(
          "cannot format the broker's folder: " + said.toString(StandardCharsets.UTF_8).strip());
    }
  }
}
