package io.chihiro.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chihiro.events.Moment;
import io.chihiro.events.Moment.SongPlays;
import io.chihiro.events.Song;
import io.chihiro.events.TextEmbedded;
import io.chihiro.events.TextEmbedded.Grain;
import io.chihiro.events.TextEmbedded.Passage;
import io.chihiro.events.TextHash;
import io.chihiro.events.UnitVector;
import io.chihiro.models.EncoderSpace;
import io.chihiro.models.LifeDay;
import io.chihiro.models.PassageSplitter;
import io.chihiro.models.PassageSplitter.Span;
import io.chihiro.models.Question;
import io.chihiro.models.SimilarDays;
import io.chihiro.models.SongOrder;
import io.chihiro.models.SongScore;
import io.chihiro.models.TextEncoder;
import io.chihiro.models.Vectors;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A model is judged by the very order that it will give.
class MeasuredAsServedTest {
  private static final LocalDate DAY = LocalDate.of(2024, 3, 5);
  private static final double BETA = 20;
  private static final int ALL = 100;
  private static final String MOOD = "How I feel";

  private final TextEncoder encoder = new AnyDirection();

  @Test
  void whatMeasuresModelsOrdersSongsAsAnswersDo() throws InterruptedException {
    List<Moment> life = life(new Random(1));
    var measured = SimilarDays.in("any", new EncoderSpace(encoder), BETA);
    IndexedDays served = IndexedDays.of(life.stream().map(this::indexed).toList());
    List<String> expected =
        new SongRanking(new SongOrder(SongScore.USUAL, BETA))
            .rank(served.songs(), served.fits(encoder.encode(MOOD), BETA), ALL).stream()
                .map(ranked -> ranked.song().identity())
                .toList();

    List<LifeDay> days = life.stream().map(MeasuredAsServedTest::day).toList();
    assertEquals(
        List.of(expected), measured.over(days).best(List.of(new Question(MOOD, DAY)), ALL));
  }

  private static List<Moment> life(Random random) {
    List<Moment> life = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      List<SongPlays> songs = new ArrayList<>();
      for (int song : random.ints(0, 30).distinct().limit(3).toArray()) {
        Song named = new Song("Song " + song, "Nobody");
        songs.add(new SongPlays(named, 3 + random.nextInt(9), Optional.empty()));
      }
      String text =
          "It is the day with the number %d in this very long year. ".formatted(i).repeat(1 + i % 3)
              + "And afterwards I wrote down the number %d once more.".formatted(i);
      life.add(new Moment("owner", DAY.plusDays(i), text, songs));
    }
    return life;
  }

  private static LifeDay day(Moment moment) {
    return new LifeDay(
        moment.date(),
        moment.text(),
        moment.songs().stream()
            .collect(Collectors.toMap(song -> song.song().identity(), SongPlays::plays)));
  }

  private IndexedDay indexed(Moment moment) {
    Function<Grain, Function<Span, Passage>> passage =
        grain ->
            span ->
                new Passage(
                    grain,
                    span.start(),
                    span.end(),
                    UnitVector.of(encoder.encode(span.of(moment.text()))));
    List<Passage> passages =
        Stream.concat(
                PassageSplitter.windowsOf(moment.text(), encoder).stream()
                    .map(passage.apply(Grain.DAY)),
                PassageSplitter.sentences(moment.text()).stream()
                    .map(passage.apply(Grain.SENTENCE)))
            .toList();
    return IndexedDay.of(
        moment,
        new TextEmbedded(
            moment.user(), moment.date(), "any", TextHash.of(moment.text()), passages));
  }

  /// Gives every text a direction of its own.
  private static final class AnyDirection implements TextEncoder {
    @Override
    public String version() {
      return "any";
    }

    @Override
    public int dimension() {
      return 5;
    }

    @Override
    public int window() {
      return 256;
    }

    @Override
    public float[] encode(String text) {
      Random random = new Random(text.hashCode());
      float[] vector = new float[dimension()];
      for (int i = 0; i < vector.length; i++) {
        vector[i] = (float) random.nextGaussian();
      }
      return Vectors.unit(vector);
    }

    @Override
    public List<float[]> encodeAll(List<String> texts) {
      return texts.stream().map(this::encode).toList();
    }

    @Override
    public List<Span> tokens(String text) {
      return List.of(new Span(0, text.length()));
    }

    @Override
    public void close() {}
  }
}
