package io.chihiro.local;

import io.chihiro.events.Limits;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/// What makes a Kafka broker one that lives alone on a small machine and forgets nothing.
public final class BrokerProperties {
  private static final String HOST = "127.0.0.1";
  private static final int NODE = 1;
  private static final int RECORD_BYTES = Limits.RECORD_BYTES + 1024 * 1024;

  private BrokerProperties() {}

  static Properties of(Path log, int port, int controllerPort) {
    Map<String, Object> all = new TreeMap<>();
    all.putAll(identity(log, port, controllerPort));
    all.putAll(alone());
    all.putAll(forgetsNothing());
    all.putAll(small());
    Properties properties = new Properties();
    all.forEach((key, value) -> properties.setProperty(key, value.toString()));
    return properties;
  }

  /// A static voter, not a recorded one: the same log may come up on other ports.
  private static Map<String, Object> identity(Path log, int port, int controllerPort) {
    return Map.of(
        "node.id",
        NODE,
        "process.roles",
        "broker,controller",
        "controller.quorum.voters",
        NODE + "@" + HOST + ":" + controllerPort,
        "controller.listener.names",
        "CONTROLLER",
        "listener.security.protocol.map",
        "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT",
        "inter.broker.listener.name",
        "CLIENT",
        "listeners",
        "CLIENT://%s:%d,CONTROLLER://%s:%d".formatted(HOST, port, HOST, controllerPort),
        "advertised.listeners",
        "CLIENT://%s:%d".formatted(HOST, port),
        "log.dirs",
        log.toString());
  }

  private static Map<String, Object> alone() {
    return Map.ofEntries(
        Map.entry("auto.create.topics.enable", false),
        Map.entry("default.replication.factor", 1),
        Map.entry("min.insync.replicas", 1),
        Map.entry("offsets.topic.replication.factor", 1),
        Map.entry("transaction.state.log.replication.factor", 1),
        Map.entry("transaction.state.log.min.isr", 1),
        Map.entry("share.coordinator.state.topic.replication.factor", 1),
        Map.entry("share.coordinator.state.topic.min.isr", 1),
        Map.entry("group.initial.rebalance.delay.ms", 0),
        // After a kill the controller first lets the dead broker's session run out.
        Map.entry("broker.session.timeout.ms", 3000),
        Map.entry("broker.heartbeat.interval.ms", 300),
        // A killed writer's open transaction blocks every reader until it is aborted.
        Map.entry("transaction.abort.timed.out.transaction.cleanup.interval.ms", 1000),
        // No record every half a second only to say that nothing happened.
        Map.entry("metadata.max.idle.interval.ms", 10_000));
  }

  /// What every broker has to be told, wherever it runs, so that nothing is lost.
  ///
  /// Plays bear the time they were heard: years ago, or in a broken export years ahead.
  public static Map<String, Object> forgetsNothing() {
    return Map.of(
        "log.retention.ms",
        -1,
        "log.retention.bytes",
        -1,
        "offsets.retention.minutes",
        Integer.MAX_VALUE,
        "log.message.timestamp.before.max.ms",
        Long.MAX_VALUE,
        "log.message.timestamp.after.max.ms",
        Long.MAX_VALUE,
        "message.max.bytes",
        RECORD_BYTES,
        "replica.fetch.max.bytes",
        RECORD_BYTES);
  }

  private static Map<String, Object> small() {
    return Map.of(
        "num.partitions", 4,
        "offsets.topic.num.partitions", 4,
        "transaction.state.log.num.partitions", 4,
        "share.coordinator.state.topic.num.partitions", 1,
        "num.network.threads", 2,
        "num.io.threads", 4,
        "background.threads", 2,
        "log.index.size.max.bytes", 1024 * 1024,
        // The default takes 128 MiB of heap as soon as the broker is up.
        "log.cleaner.dedupe.buffer.size", 16 * 1024 * 1024);
  }
}
