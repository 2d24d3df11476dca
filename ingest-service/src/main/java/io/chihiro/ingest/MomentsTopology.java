package io.chihiro.ingest;

import io.chihiro.events.Event;
import io.chihiro.events.Keys;
import io.chihiro.events.Topic;
import io.chihiro.events.Topics;
import io.chihiro.events.TrackPlayed;
import io.chihiro.ingest.listening.PlayRules;
import java.util.List;
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
import org.jspecify.annotations.Nullable;

/// `listings, lyrics → kept ┐`<br>
/// `plays → read ┬ described ┴ songs`<br>
/// `              └ kept       ┐`<br>
/// `entries → collected per day ├ touched days → composed → moments`<br>
/// `what the owner says → kept  ┘`
///
/// All of one user meets in one partition, so days are joined where they lie: no repartition
/// topic. A moment is a function of everything kept, so what came first makes no difference, and a
/// correction, another rule or another time zone composes days anew without importing again.
public final class MomentsTopology {
  private static final Serde<String> STRING = Serdes.String();

  /// Every topic that it reads.
  static final List<Topic<?>> INPUTS =
      List.of(
          Topics.PLAYS,
          Topics.SONG_LISTINGS,
          Topics.LYRICS,
          Topics.JOURNAL_ENTRIES,
          Topics.LISTENING_RULES,
          Topics.PLAY_CORRECTIONS,
          Topics.SONG_ALIASES,
          Topics.JOURNAL_PAGES);

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

    KStream<String, @Nullable TrackPlayed> plays =
        source(builder, Topics.PLAYS)
            .process(() -> new ReadPlays(rejected), Named.as("read-plays"));
    plays
        .process(DescribeSongs::new, Named.as("describe-songs"), DayStores.ofSongs())
        .merge(
            told(builder, Topics.SONG_LISTINGS, SongKeepers.LISTINGS, rejected), Named.as("listed"))
        .merge(told(builder, Topics.LYRICS, SongKeepers.LYRICS, rejected), Named.as("and-sung"))
        .to(Topics.SONGS.name(), toUsers("songs"));
    touchedByPlays(plays)
        .merge(touchedByEntries(builder, rejected), Named.as("touched-days"))
        .merge(touchedByWord(builder, rejected), Named.as("all-touched-days"))
        .process(
            () -> new ComposeMoments(rules, touched),
            Named.as("compose-moments"),
            DayStores.ofMoments())
        .to(Topics.MOMENTS.name(), toUsers("moments"));
    return builder.build();
  }

  private static <E extends Event> KStream<String, byte @Nullable []> told(
      StreamsBuilder builder,
      Topic<E> topic,
      TellSongs.Keeper<E> keeper,
      RejectedRecords rejected) {
    return source(builder, topic)
        .process(
            () -> new TellSongs<>(topic, keeper, rejected),
            Named.as("tell-" + topic.name()),
            DayStores.ofSongs());
  }

  private static KStream<String, Touch> touchedByPlays(
      KStream<String, @Nullable TrackPlayed> plays) {
    return plays.process(KeepPlays::new, Named.as("keep-plays"), DayStores.PLAYS, DayStores.PLACES);
  }

  private static KStream<String, Touch> touchedByEntries(
      StreamsBuilder builder, RejectedRecords rejected) {
    return source(builder, Topics.JOURNAL_ENTRIES)
        .process(
            () -> new CollectEntries(rejected),
            Named.as("collect-entries"),
            DayStores.ENTRIES,
            DayStores.TEXTS_OF_DAY);
  }

  private static KStream<String, Touch> touchedByWord(
      StreamsBuilder builder, RejectedRecords rejected) {
    return keepWord(builder, Topics.LISTENING_RULES, rejected)
        .merge(keepWord(builder, Topics.PLAY_CORRECTIONS, rejected), Named.as("rules-and-plays"))
        .merge(keepWord(builder, Topics.SONG_ALIASES, rejected), Named.as("and-songs"))
        .merge(keepWord(builder, Topics.JOURNAL_PAGES, rejected), Named.as("and-photos"));
  }

  private static <E extends Event> KStream<String, Touch> keepWord(
      StreamsBuilder builder, Topic<E> topic, RejectedRecords rejected) {
    return source(builder, topic)
        .process(
            () -> new KeepOwnersWord<>(topic, rejected),
            Named.as("keep-" + topic.name()),
            DayStores.SAID,
            DayStores.TEXTS_OF_DAY);
  }

  private static KStream<String, byte[]> source(StreamsBuilder builder, Topic<?> topic) {
    return builder.stream(
        topic.name(), Consumed.with(STRING, Serdes.ByteArray()).withName(topic.name()));
  }

  private static Produced<String, byte[]> toUsers(String name) {
    return Produced.with(STRING, Serdes.ByteArray())
        .withStreamPartitioner(byUser())
        .withName(name + "-out");
  }

  private static <V> StreamPartitioner<String, V> byUser() {
    return (_, key, _, partitions) -> Optional.of(Set.of(Keys.partition(key, partitions)));
  }
}
