package io.chihiro.models;

import io.chihiro.models.PassageSplitter.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The songs of the days that read like the question: how every model that reads text answers.
///
/// Days are cut, compared and scored exactly as answers are made: [PassageSplitter], [DayFit],
/// [SongOrder].
///
/// @param <V> what a text becomes in the model's space
public final class SimilarDays<V> implements SongModel {
  private final String name;
  private final Reader<V> reader;
  private final SongOrder order;
  private final double beta;

  /// Makes the space, from the days if it must be fitted to them.
  @FunctionalInterface
  public interface Reader<V> {
    TextSpace<V> of(List<LifeDay> days);
  }

  /// A day in the space.
  private record Known<V>(LifeDay day, List<V> windows, List<V> sentences) {}

  /// A song on a known day.
  private record Played(String song, LocalDate date, int place, int plays, int playsOfDay)
      implements PlayedSong {}

  /// A model.
  ///
  /// @param beta inverse temperature of the soft means, as answers use it
  public SimilarDays(String name, Reader<V> reader, SongScore score, double beta) {
    this.name = name;
    this.reader = reader;
    this.order = new SongOrder(score, beta);
    this.beta = beta;
  }

  /// As answers are made, in an encoder's space.
  public static SimilarDays<ByteVector> in(String name, EncoderSpace space, double beta) {
    return new SimilarDays<>(name, _ -> space, SongScore.USUAL, beta);
  }

  /// As answers are made, by counted words, which are counted in the days that are known.
  public static SimilarDays<SparseVector> byWords(double beta) {
    return new SimilarDays<>(
        Tfidf.NAME,
        days -> Tfidf.fit(days.stream().map(LifeDay::text).toList()),
        SongScore.USUAL,
        beta);
  }

  @Override
  public String name() {
    return name;
  }

  /// The space the days lie in.
  public TextSpace<V> space(List<LifeDay> days) {
    return reader.of(days);
  }

  @Override
  public Answers over(List<LifeDay> days) throws InterruptedException {
    List<LifeDay> withSongs = days.stream().filter(day -> !day.plays().isEmpty()).toList();
    TextSpace<V> space = reader.of(withSongs);
    List<Known<V>> known = known(space, withSongs);
    PlayedSongs<Played> songs = songs(withSongs);
    return (questions, limit) -> {
      List<V> asked = space.questions(questions.stream().map(Question::text).toList());
      return asked.stream()
          .map(question -> best(songs, similarities(space, known, question), limit))
          .toList();
    };
  }

  private static <V> List<Known<V>> known(TextSpace<V> space, List<LifeDay> days)
      throws InterruptedException {
    List<String> texts = new ArrayList<>();
    List<Integer> windowCounts = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    for (LifeDay day : days) {
      List<Span> windows = space.windows(day.text());
      windows.forEach(span -> texts.add(span.of(day.text())));
      PassageSplitter.sentences(day.text()).forEach(span -> texts.add(span.of(day.text())));
      windowCounts.add(windows.size());
      ends.add(texts.size());
    }
    List<V> read = space.days(texts);
    List<Known<V>> known = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < days.size(); i++) {
      int middle = start + windowCounts.get(i);
      int end = ends.get(i);
      known.add(new Known<>(days.get(i), read.subList(start, middle), read.subList(middle, end)));
      start = end;
    }
    return known;
  }

  private static PlayedSongs<Played> songs(List<LifeDay> days) {
    List<Played> all = new ArrayList<>();
    for (int place = 0; place < days.size(); place++) {
      LifeDay day = days.get(place);
      int playsOfDay = day.allPlays();
      for (Map.Entry<String, Integer> song : day.plays().entrySet()) {
        all.add(new Played(song.getKey(), day.date(), place, song.getValue(), playsOfDay));
      }
    }
    return PlayedSongs.of(all);
  }

  private List<String> best(PlayedSongs<Played> songs, double[] similarities, int limit) {
    return order.rank(songs, place -> similarities[place], limit).stream()
        .map(SongOrder.Ranked::song)
        .toList();
  }

  private double[] similarities(TextSpace<V> space, List<Known<V>> known, V question) {
    return known.stream().mapToDouble(day -> similarity(space, day, question)).toArray();
  }

  private double similarity(TextSpace<V> space, Known<V> day, V question) {
    return DayFit.of(
        cosines(space, day.windows(), question), cosines(space, day.sentences(), question), beta);
  }

  private static <V> double[] cosines(TextSpace<V> space, List<V> passages, V question) {
    return passages.stream().mapToDouble(passage -> space.similarity(passage, question)).toArray();
  }
}
