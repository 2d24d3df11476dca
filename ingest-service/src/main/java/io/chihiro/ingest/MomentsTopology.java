package io.chihiro.ingest;

import io.chihiro.events.Keys;
import io.chihiro.events.Topics;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.StreamPartitioner;

/// `plays → counted per day and song ┐
///                                     ├ touched days → composed → moments`
/// `entries → collected per day       ┘`
///
/// All of one user meets in one partition, so days are joined where they lie: no repartition
/// topic. A correction or deletion upstream touches its day, and the day is composed anew.
public final class MomentsTopology {
  private static final Serde<String> STRING = Serdes.String();

  private MomentsTopology() {}

  /// The topology.
  ///
  /// @param rules what counts, and on which day
  /// @param touched tells how many days wait to be composed
  /// @param rejected where a record goes that cannot be read
  /// @param properties of the application; explicit names are required whatever they say
  public static Topology topology(
      PlayRules rules, TouchedDays touched, RejectedRecords rejected, Properties properties) {
    Properties strict = new Properties();
    strict.putAll(properties);
    strict.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    var builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(strict)));
    DayStores.all().forEach(builder::addStateStore);

    KStream<String, byte[]> plays = source(builder, Topics.PLAYS.name());
    KStream<String, byte[]> entries = source(builder, Topics.JOURNAL_ENTRIES.name());

    KStream<String, String> touchedByPlays =
        plays.process(
            () -> new CountPlays(rules, rejected),
            Named.as("count-plays"),
            DayStores.PLAYS,
            DayStores.SONGS_OF_DAY);
    KStream<String, String> touchedByEntries =
        entries.process(
            () -> new CollectEntries(rejected),
            Named.as("collect-entries"),
            DayStores.ENTRIES,
            DayStores.TEXTS_OF_DAY);

    touchedByPlays
        .merge(touchedByEntries, Named.as("touched-days"))
        .process(
            () -> new ComposeMoments(rules.playsPerDay(), touched),
            Named.as("compose-moments"),
            DayStores.names())
        .to(
            Topics.MOMENTS.name(),
            Produced.with(STRING, Serdes.ByteArray())
                .withStreamPartitioner(byUser())
                .withName("moments"));
    return builder.build();
  }

  private static KStream<String, byte[]> source(StreamsBuilder builder, String topic) {
    return builder.stream(topic, Consumed.with(STRING, Serdes.ByteArray()).withName(topic));
  }

  private static <V> StreamPartitioner<String, V> byUser() {
    return (_, key, _, partitions) -> Optional.of(Set.of(Keys.partition(key, partitions)));
  }
}
