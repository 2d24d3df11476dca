package io.chihiro.ingest;

import io.chihiro.events.BrokerConnection;
import io.chihiro.events.KafkaEventWriter;
import io.chihiro.events.Keys;
import io.chihiro.events.Limits;
import io.chihiro.events.Topic;
import io.chihiro.events.Topics;
import io.chihiro.ingest.listening.PlayRules;
import io.chihiro.metrics.MomentMetric;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jboss.logging.Logger;

/// Keeps the topology running: `PLAYS + JOURNAL_ENTRIES → MOMENTS`, each record's effect exactly
/// once.
@Startup
@ApplicationScoped
public class RunTopology {
  static final String APPLICATION = "ingest-listens";

  private static final String FIRST = "1";

  private static final Logger LOG = Logger.getLogger(RunTopology.class);

  private final KafkaStreams streams;
  private final KafkaStreamsMetrics streamsMetrics;
  private final MeterRegistry meters;
  private final TouchedDays touched;

  public RunTopology(
      IngestSettings settings,
      PlayRules rules,
      TouchedDays touched,
      RejectedRecords rejected,
      KafkaEventWriter topicsExist,
      MeterRegistry meters) {
    topicsExist.flush();
    Properties properties = properties(settings);
    this.streams =
        new KafkaStreams(
            MomentsTopology.topology(rules, touched, rejected, properties), properties);
    this.streamsMetrics = new KafkaStreamsMetrics(streams);
    this.meters = meters;
    this.touched = touched;
  }

  @PostConstruct
  void start() {
    MomentMetric.DAYS_WAITING.gauge(meters, touched, TouchedDays::waiting);
    MomentMetric.MOMENTS.counted(meters, touched, TouchedDays::written, "written");
    MomentMetric.MOMENTS.counted(meters, touched, TouchedDays::withdrawn, "withdrawn");
    MomentMetric.TOPOLOGY_RUNNING.gauge(meters, this, it -> it.running() ? 1 : 0);
    streams.setUncaughtExceptionHandler(
        failure -> {
          LOG.errorf("the topology starts a new thread after %s", failure.getClass().getName());
          return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
    streams.start();
    streamsMetrics.bindTo(meters);
  }

  @PreDestroy
  void stop() {
    streamsMetrics.close();
    streams.close(Duration.ofSeconds(8));
  }

  /// Whether its stores are restored and it processes.
  public boolean running() {
    return streams.state() == KafkaStreams.State.RUNNING;
  }

  /// A store of the topology, to be read for one user. Another copy's share is never taken for an
  /// empty one.
  ///
  /// @throws InvalidStateStoreException while the user's state is being restored, or another copy
  ///     has it; reading from the store throws it too, when the state moves in the middle of it
  <V> ReadOnlyKeyValueStore<String, V> store(String name, String user) {
    return streams.store(
        StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<String, V>keyValueStore())
            .withPartition(Keys.partition(user, Topics.PARTITIONS)));
  }

  /// The copy of this service that has a user's state, as `host:port`; empty while none is known.
  Optional<String> copyWith(String user) {
    try {
      KeyQueryMetadata known =
          streams.queryMetadataForKey(
              DayStores.SAID,
              user,
              (_, key, _, partitions) -> Optional.of(Set.of(Keys.partition(key, partitions))));
      return known.equals(KeyQueryMetadata.NOT_AVAILABLE)
          ? Optional.empty()
          : Optional.of(address(known.activeHost()));
    } catch (InvalidStateStoreException _) {
      return Optional.empty();
    }
  }

  /// Every copy that is known to share the work, this one too.
  Set<String> copies() {
    return streams.metadataForAllStreamsClients().stream()
        .map(copy -> address(copy.hostInfo()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String address(HostInfo host) {
    return host.host() + ":" + host.port();
  }

  // Copies on one home have a state each.
  private static Path state(IngestSettings settings) {
    Path first = settings.home().resolve("ingest").resolve("streams");
    String instance = settings.ingest().instance();
    return instance.equals(FIRST) ? first : first.resolve("of-" + instance);
  }

  static Properties properties(IngestSettings settings) {
    Properties properties = new Properties();
    properties.putAll(BrokerConnection.to(settings.broker()));
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    // Composed days ask for a commit of their own; this is for plays that touch no day.
    properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 1000);
    properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
    properties.put(StreamsConfig.STATE_DIR_CONFIG, state(settings).toString());
    properties.put(StreamsConfig.APPLICATION_SERVER_CONFIG, settings.ingest().address());
    properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.ingest().standbys());
    // A copy that has come is given its share as soon as it has the state, not ten minutes later.
    properties.put(StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG, 60_000);
    properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
    properties.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, 10_000);
    properties.put(
        StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class.getName());
    properties.put(StreamsConfig.topicPrefix(TopicConfig.RETENTION_MS_CONFIG), "-1");
    properties.put(
        StreamsConfig.topicPrefix(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG), Topic.A_DAY_MS);
    properties.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG),
        APPLICATION + "-" + settings.ingest().instance() + "-" + MomentsTopology.shape());
    properties.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
    properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 5000);
    properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG), 100);
    properties.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 20);
    properties.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "zstd");
    properties.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_ZSTD_LEVEL_CONFIG), 1);
    properties.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), Limits.RECORD_BYTES);
    properties.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 128 * 1024);
    return properties;
  }
}
