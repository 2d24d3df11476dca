package io.chihiro.bench;

import io.chihiro.models.ByteVector;
import io.chihiro.models.DayFit;
import io.chihiro.models.EncoderSpace;
import io.chihiro.models.LifeDay;
import io.chihiro.models.PassageSplitter;
import io.chihiro.models.PassageSplitter.Span;
import io.chihiro.models.Question;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.SentenceEncoder.Precision;
import io.chihiro.models.SimilarDays;
import io.chihiro.models.SongModel;
import io.chihiro.models.SongScore;
import io.chihiro.models.TextEncoder;
import io.chihiro.models.evaluation.Life;
import io.chihiro.models.evaluation.Life.PastMood;
import io.chihiro.models.explain.Explanation;
import io.chihiro.models.explain.Explanation.WordWeight;
import io.chihiro.models.explain.SongScorer;
import io.chihiro.models.explain.WordExplainer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What the words of the golden moods did for their first song: how long it takes to tell, whether
/// two seeds tell the same, and whether a weight has the sign of the exact change.
final class ExplainBenchmark implements Benchmark {
  private static final double INVERSE_TEMPERATURE = 20;
  private static final int THREADS = 2;
  private static final int SONGS = 10;
  private static final int ROUNDS = 7;
  private static final int TOP = 3;
  private static final long OTHER_SEED = 2;
  private static final double MOST_SECONDS = 1;
  private static final double LEAST_AGREEMENT = 0.9;
  private static final double LEAST_SIGNS = 0.8;

  private static final String TWENTY_WORDS =
      "I feel so tired and lonely tonight because nobody called me and the rain keeps falling on"
          + " our old roof.";

  /// A day and the vectors of its passages.
  private record Read(LifeDay day, List<ByteVector> windows, List<ByteVector> sentences) {}

  @Override
  public List<Row> run(Lab lab) throws InterruptedException {
    try (TextEncoder reading = new SentenceEncoder(THREADS);
        TextEncoder asking = new SentenceEncoder(Precision.INT8, THREADS)) {
      Life life = SampleDays.life();
      List<Read> days = read(life, reading);
      SongModel model =
          SimilarDays.in(
              SentenceEncoder.NAME, new EncoderSpace(reading, asking), INVERSE_TEMPERATURE);
      List<String> moods = life.moods().stream().map(PastMood::text).toList();
      List<List<String>> songs = best(model.over(life.days()), moods);
      lab.say("explain: %d golden moods, twice".formatted(moods.size()));
      List<Row> rows = new ArrayList<>(trust(asking, days, moods, songs));
      lab.say("explain: a mood of twenty words");
      rows.addFirst(time(asking, days, songs.getFirst()));
      return rows;
    }
  }

  private static List<List<String>> best(SongModel.Answers answers, List<String> moods)
      throws InterruptedException {
    return answers.best(
        moods.stream().map(mood -> new Question(mood, LocalDate.EPOCH)).toList(), SONGS);
  }

  private static Row time(TextEncoder asking, List<Read> days, List<String> songs)
      throws InterruptedException {
    WordExplainer explainer = new WordExplainer(asking, WordExplainer.Config.USUAL);
    List<SongScorer> scorers = songs.stream().map(song -> scorer(song, days)).toList();
    List<Double> seconds = new ArrayList<>();
    for (int round = 0; round <= ROUNDS; round++) {
      Stopwatch watch = Stopwatch.begin();
      List<Explanation> _ = explainer.explain(TWENTY_WORDS, scorers);
      // The first one warms up.
      if (round > 0) {
        seconds.add(watch.seconds());
      }
    }
    String what = "20 words, %d samples, %d songs".formatted(usual().samples(), SONGS);
    return Row.of(Benchmarks.EXPLAIN, what, "s", Numbers.median(seconds))
        .against(new Bar.AtMost(MOST_SECONDS));
  }

  private static WordExplainer.Config usual() {
    return WordExplainer.Config.USUAL;
  }

  private static List<Row> trust(
      TextEncoder asking, List<Read> days, List<String> moods, List<List<String>> songs)
      throws InterruptedException {
    int agreeing = 0;
    int told = 0;
    int signs = 0;
    for (int i = 0; i < moods.size(); i++) {
      List<SongScorer> first = List.of(scorer(songs.get(i).getFirst(), days));
      List<WordWeight> words = words(asking, usual(), moods.get(i), first);
      List<WordWeight> again = words(asking, usual().withSeed(OTHER_SEED), moods.get(i), first);
      agreeing += top(words).equals(top(again)) ? 1 : 0;
      told += words.size();
      signs +=
          (int)
              words.stream()
                  .filter(word -> Math.signum(word.weight()) == Math.signum(word.change()))
                  .count();
    }
    return List.of(
        Row.of(
                Benchmarks.EXPLAIN,
                "share of moods whose first three words two seeds share",
                "",
                (double) agreeing / moods.size())
            .against(new Bar.AtLeast(LEAST_AGREEMENT)),
        Row.of(
                Benchmarks.EXPLAIN,
                "share of weights with the sign of the exact change",
                "",
                (double) signs / told)
            .against(new Bar.AtLeast(LEAST_SIGNS)));
  }

  private static List<WordWeight> words(
      TextEncoder asking, WordExplainer.Config config, String mood, List<SongScorer> song)
      throws InterruptedException {
    return new WordExplainer(asking, config).explain(mood, song).getFirst().words();
  }

  private static Set<String> top(List<WordWeight> words) {
    return words.stream().limit(TOP).map(WordWeight::word).collect(Collectors.toSet());
  }

  private static SongScorer scorer(String song, List<Read> days) {
    List<Read> own = days.stream().filter(read -> read.day().songs().contains(song)).toList();
    return question -> {
      ByteVector compared = ByteVector.of(question);
      return SongScore.USUAL.of(
          own.stream().mapToDouble(read -> fit(read, compared)).toArray(), INVERSE_TEMPERATURE);
    };
  }

  private static double fit(Read read, ByteVector question) {
    return DayFit.of(
        cosines(read.windows(), question),
        cosines(read.sentences(), question),
        INVERSE_TEMPERATURE);
  }

  private static double[] cosines(List<ByteVector> passages, ByteVector question) {
    return passages.stream().mapToDouble(passage -> passage.dot(question)).toArray();
  }

  private static List<Read> read(Life life, TextEncoder encoder) throws InterruptedException {
    List<Read> read = new ArrayList<>();
    for (LifeDay day : life.days()) {
      read.add(
          new Read(
              day,
              encoded(day, PassageSplitter.windowsOf(day.text(), encoder), encoder),
              encoded(day, PassageSplitter.sentences(day.text()), encoder)));
    }
    return read;
  }

  private static List<ByteVector> encoded(LifeDay day, List<Span> spans, TextEncoder encoder)
      throws InterruptedException {
    return encoder.encodeAll(spans.stream().map(span -> span.of(day.text())).toList()).stream()
        .map(ByteVector::of)
        .toList();
  }
}
