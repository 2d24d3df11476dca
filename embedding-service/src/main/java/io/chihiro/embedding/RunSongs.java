package io.chihiro.embedding;

import io.chihiro.events.KafkaEventWriter;
import io.chihiro.events.Topic;
import io.chihiro.events.TopicFollower;
import io.chihiro.events.TopicOffsets;
import io.chihiro.events.Topics;
import io.chihiro.metrics.RunningMetric;
import io.chihiro.metrics.SearchMetric;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.SentenceEncoder.Precision;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// Keeps [EmbedSongs] fed with this instance's share of the songs and their lyrics.
///
/// Lines are a group of their own: they are read from the beginning of what waits for them,
/// however far the wholes have come. A program whose vectors are of another version begins with the
/// first song again.
@Startup
@ApplicationScoped
public class RunSongs {
  private static final String WHOLES = "embedding-songs";
  private static final String LINES = "embedding-song-lines";
  private static final List<Topic<?>> OF_WHOLES = List.of(Topics.SONGS, Topics.LYRICS);
  private static final List<Topic<?>> OF_LINES = List.of(Topics.LYRICS);

  private final SentenceEncoder encoder;
  private final KafkaEventWriter writer;
  private final EmbeddedTexts known = new EmbeddedTexts();
  private final String broker;
  private final TopicFollower wholes;
  private final TopicFollower lines;
  private final EmbedForPictures pictures;
  private final TopicOffsets offsets;

  public RunSongs(EmbeddingSettings settings, RunEmbedding days, MeterRegistry meters) {
    broker = settings.broker();
    offsets = new TopicOffsets(broker);
    encoder = new SentenceEncoder(Precision.INT8, settings.embedding().threads());
    writer = new KafkaEventWriter(broker, WHOLES);
    var told = new SongMeters(meters);
    var songs =
        new EncodeSongs(
            encoder,
            SentenceEncoder.VERSION_INT8,
            writer,
            known,
            told,
            days.turns(),
            EncodeSongs.CHARACTERS_A_TURN);
    var wholesFirst = new GoesFirst();
    var linesFirst = new GoesFirst();
    var step = new EmbedSongs(songs, writer, told, wholesFirst, linesFirst);
    pictures =
        new EmbedForPictures(
            settings,
            known,
            pair ->
                new EmbedSongs(
                    new EncodeSongs(
                        pair,
                        pair.version(),
                        writer,
                        known,
                        told,
                        days.turns(),
                        EncodeSongs.CHARACTERS_A_TURN_FOR_PICTURES),
                    writer,
                    told,
                    wholesFirst,
                    linesFirst));
    String instance = "-" + settings.embedding().instance();
    wholes =
        TopicFollower.share(
            broker,
            group(WHOLES),
            WHOLES + instance,
            OF_WHOLES,
            known::awaitPresent,
            step::handleWholes);
    lines =
        TopicFollower.share(
            broker,
            group(LINES),
            LINES + instance,
            OF_LINES,
            known::awaitPresent,
            step::handleLines);
    RunningMetric.CONSUMER_LAG.gauge(meters, wholes, TopicFollower::lag, WHOLES);
    RunningMetric.CONSUMER_LAG.gauge(meters, lines, TopicFollower::lag, LINES);
    SearchMetric.SONGS_TO_EMBED.gauge(meters, wholes, TopicFollower::lag, "wholes");
    SearchMetric.SONGS_TO_EMBED.gauge(meters, lines, TopicFollower::lag, "lines");
    SearchMetric.SONGS_TO_EMBED.gauge(meters, pictures, EmbedForPictures::lag, SongMeters.PICTURES);
  }

  private static String group(String name) {
    return name + "-" + SentenceEncoder.VERSION_INT8;
  }

  @PostConstruct
  void start() {
    // Whoever asks before it has caught up waits for it, so that days need not.
    known.follow(broker, "embedding-known-songs", Topics.SONG_VECTORS);
    wholes.start();
    lines.start();
    pictures.begin();
  }

  /// Looks whether the pair of encoders was put where it is looked for.
  @Scheduled(every = "10s", delayed = "10s")
  void lookForPictures() {
    pictures.begin();
  }

  @PreDestroy
  void stop() {
    pictures.close();
    wholes.close();
    lines.close();
    writer.close();
    known.close();
    encoder.close();
    offsets.close();
  }

  /// Titles and lyrics that cannot be looked for as a whole yet, asked of the broker: a batch takes
  /// longer than anybody should wait for a number.
  public long wholesWaiting() throws InterruptedException {
    return offsets.waiting(group(WHOLES), OF_WHOLES);
  }

  /// Lyrics whose lines cannot be looked for yet, asked of the broker.
  public long linesWaiting() throws InterruptedException {
    return offsets.waiting(group(LINES), OF_LINES);
  }

  /// Titles and lyrics that no picture finds yet, asked of the broker.
  public long picturesWaiting() throws InterruptedException {
    return pictures.waiting(offsets);
  }

  /// Why no picture can find a song, though its encoders are there.
  public Optional<String> problem() {
    return pictures.problem();
  }
}
