package io.chihiro.bench;

import io.chihiro.events.KafkaEventWriter;
import io.chihiro.events.Moment;
import io.chihiro.events.Moment.SongPlays;
import io.chihiro.events.Song;
import io.chihiro.events.TextEmbedded;
import io.chihiro.events.TextEmbedded.Grain;
import io.chihiro.events.TextEmbedded.Passage;
import io.chihiro.events.TextHash;
import io.chihiro.events.Topics;
import io.chihiro.events.UnitVector;
import io.chihiro.models.PassageSplitter;
import io.chihiro.models.PassageSplitter.Span;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.Vectors;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/// A long life as the last services of the flow know it: moments and their vectors.
///
/// Each sentence is encoded once and the vector of a whole day is the mean of its sentences, which
/// costs seconds instead of minutes. How long an answer takes does not depend on the numbers.
final class GeneratedLife {
  static final String OWNER = "owner";

  private static final LocalDate FIRST_DAY = LocalDate.of(2018, 1, 1);
  private static final int SONGS = 300;
  private static final int FEWEST_SONGS = 8;
  private static final int MOST_SONGS = 12;

  private final GeneratedTexts texts;
  private final Random random;
  private final SentenceEncoder encoder;
  private final Map<String, float[]> vectors = new HashMap<>();

  GeneratedLife(long seed, GeneratedTexts texts, SentenceEncoder encoder) {
    this.random = new Random(seed);
    this.texts = texts;
    this.encoder = encoder;
  }

  /// Writes so many days where ingest-service and embedding-service would have written them.
  void write(int days, KafkaEventWriter writer) {
    write(OWNER, days, writer);
  }

  /// The same for somebody else.
  void write(String user, int days, KafkaEventWriter writer) {
    for (int i = 0; i < days; i++) {
      Moment moment = new Moment(user, FIRST_DAY.plusDays(i), texts.page(), songs());
      TextEmbedded embedded = embedded(moment);
      writer.write(Topics.MOMENTS, moment.key(), moment);
      writer.write(
          Topics.VECTORS,
          embedded.key(),
          embedded,
          Map.of(TextEmbedded.HASH_HEADER, embedded.textHash()));
    }
    writer.flush();
  }

  private List<SongPlays> songs() {
    return random
        .ints(0, SONGS)
        .distinct()
        .limit(random.nextInt(FEWEST_SONGS, MOST_SONGS + 1))
        .mapToObj(song -> new SongPlays(song(song), random.nextInt(3, 9), Optional.empty()))
        .toList();
  }

  private static Song song(int number) {
    return new Song("Song No. " + number, "Artist No. " + number % 60);
  }

  private TextEmbedded embedded(Moment moment) {
    String text = moment.text();
    List<Passage> passages = new ArrayList<>();
    float[] day = new float[SentenceEncoder.DIMENSION];
    for (Span span : PassageSplitter.sentences(text)) {
      float[] vector = vectors.computeIfAbsent(span.of(text), encoder::encode);
      IntStream.range(0, day.length).forEach(i -> day[i] += vector[i]);
      passages.add(passage(Grain.SENTENCE, span, vector));
    }
    passages.addFirst(passage(Grain.DAY, new Span(0, text.length()), Vectors.unit(day)));
    return new TextEmbedded(
        moment.user(), moment.date(), SentenceEncoder.VERSION, TextHash.of(text), passages);
  }

  private static Passage passage(Grain grain, Span span, float[] vector) {
    return new Passage(grain, span.start(), span.end(), UnitVector.of(vector));
  }
}
