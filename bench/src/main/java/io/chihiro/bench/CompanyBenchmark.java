package io.chihiro.bench;

import io.chihiro.models.evaluation.NextSong;
import io.chihiro.models.evaluation.NextSongReport;
import io.chihiro.models.evaluation.NextSongReport.Figures;
import io.chihiro.models.sequences.Corpus;
import io.chihiro.models.sequences.GeneratedSequences;
import io.chihiro.models.sequences.LearningRun;
import io.chihiro.models.sequences.SequenceModels;
import io.chihiro.models.sequences.SkipGram;
import io.chihiro.models.sequences.SkipGram.Config;
import io.chihiro.models.sequences.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Songs that live together: how fast their vectors are learned, whether neighbours belong together
/// where that is known, and whether they tell the next song of lists that were never seen.
final class CompanyBenchmark implements Benchmark {
  private static final long SEED = 1;
  private static final int THREADS = 2;

  /// Enough for six million pairs each; the first of those that are timed warms up.
  private static final int EPOCHS = 6;

  /// Lists of the plain loop, which takes its time.
  private static final int PLAIN_LISTS = 2_000;

  private static final double PAIRS_BAR = 2.5e6;
  private static final int NEIGHBOURS = 10;
  private static final double PURITY_BAR = 0.9;

  /// Artists of fewer listeners leave nothing to learn when a fifth of fifty is held out.
  private static final int LEAST_LISTENERS = 5;

  /// Fifty lists are few: each is asked at so many places.
  private static final int PLACES = 20;

  private static final int FOLDS = 5;

  @Override
  public List<Row> run(Lab lab) throws IOException, InterruptedException {
    GeneratedSequences lists = GeneratedSequences.large(SEED);
    List<Row> rows = new ArrayList<>(speed(lab, lists));
    lab.say("company: neighbours where clusters are known");
    rows.addAll(purity(lists));
    lab.say("company: next songs of the sample life's sessions");
    rows.addAll(nextSongs(lab, "sessions", ofSessions(THREADS)));
    Path folder = ListenersArtists.folder(lab.root());
    if (!Files.isDirectory(folder)) {
      lab.say("company: real lists are skipped, as there are none at " + folder);
      return rows;
    }
    lab.say("company: next artists of real listeners");
    rows.addAll(nextSongs(lab, "listeners", ofListeners(ListenersArtists.read(folder), THREADS)));
    return rows;
  }

  /// The last new song of each of the sample life's sessions.
  static NextSongReport ofSessions(int threads) throws InterruptedException {
    return NextSong.last(SEED).judge(SampleSessions.read(), Config.usual(SEED), threads);
  }

  /// Artists at places all along each listener's list.
  static NextSongReport ofListeners(List<List<String>> lists, int threads)
      throws InterruptedException {
    return new NextSong(FOLDS, PLACES, 1, SEED).judge(known(lists), Config.usual(SEED), threads);
  }

  private static List<List<String>> known(List<List<String>> lists) {
    Vocabulary vocabulary = Vocabulary.of(lists, LEAST_LISTENERS);
    return lists.stream()
        .map(list -> list.stream().filter(each -> vocabulary.id(each) > 0).toList())
        .toList();
  }

  private static List<Row> speed(Lab lab, GeneratedSequences lists) throws InterruptedException {
    lab.say("company: learning on two threads, on one, and in a plain loop");
    Corpus corpus = Corpus.of(lists.all(), 1);
    double two = pairsPerSecond(corpus, THREADS);
    double one = pairsPerSecond(corpus, 1);
    double plain = new PlainSkipGram(lists.all(), Config.usual(SEED)).pairsPerSecond(PLAIN_LISTS);
    return List.of(
        Row.of(Benchmarks.COMPANY, "pairs learned, 2 threads beside 1", "pairs/s", two)
            .beside(one)
            .against(new Bar.AtLeast(PAIRS_BAR)),
        Row.of(Benchmarks.COMPANY, "pairs learned, 1 thread beside a plain loop", "pairs/s", one)
            .beside(plain));
  }

  // The median epoch, its order and its bookkeeping included.
  private static double pairsPerSecond(Corpus corpus, int threads) throws InterruptedException {
    Config config = Config.usual(SEED).withEpochs(EPOCHS);
    List<Double> speeds = new ArrayList<>();
    Stopwatch[] watch = {Stopwatch.begin()};
    LearningRun run =
        LearningRun.quiet(threads)
            .told(
                epoch -> {
                  speeds.add(epoch.pairs() / watch[0].seconds());
                  watch[0] = Stopwatch.begin();
                });
    SkipGram _ = SkipGram.learn(corpus, config, run);
    return Numbers.median(speeds.subList(1, speeds.size()));
  }

  private static List<Row> purity(GeneratedSequences lists) throws InterruptedException {
    Corpus corpus = Corpus.of(lists.all(), 1);
    Config config = Config.usual(SEED).withEpochs(EPOCHS);
    List<Row> rows = new ArrayList<>();
    for (SequenceModels which : SequenceModels.values()) {
      var model = which.of(corpus, config, LearningRun.quiet(THREADS));
      double pure = lists.purity(model, NEIGHBOURS);
      Row row = Row.of(Benchmarks.COMPANY, which.words() + ": purity of 10 neighbours", "", pure);
      boolean ours = which == SequenceModels.SKIP_GRAM;
      rows.add(ours ? row.against(new Bar.AtLeast(PURITY_BAR)) : row);
    }
    return rows;
  }

  // The peer is whatever is most popular: the skip-gram has to be above it, and PMI may not be
  // ahead
  // by more than chance.
  private static List<Row> nextSongs(Lab lab, String what, NextSongReport report) {
    lab.say(report.table());
    Figures popular = report.of(SequenceModels.MOST_POPULAR);
    List<Row> rows = new ArrayList<>();
    for (SequenceModels which : SequenceModels.values()) {
      String name = what + ", " + which.words();
      Figures own = report.of(which);
      rows.add(row(which, name + ": hit@10", own.hitAt10().value(), popular.hitAt10().value()));
      rows.add(row(which, name + ": mrr", own.mrr().value(), popular.mrr().value()));
    }
    Figures overPmi = report.gainOver(SequenceModels.PMI);
    rows.add(
        Row.of(
                Benchmarks.COMPANY,
                what + ", hit@10 over pmi, at most",
                "",
                overPmi.hitAt10().high())
            .against(new Bar.AtLeast(0)));
    return rows;
  }

  private static Row row(SequenceModels which, String what, double own, double popular) {
    Row row = Row.of(Benchmarks.COMPANY, what, "", own).beside(popular);
    boolean ours = which == SequenceModels.SKIP_GRAM;
    return ours ? row.against(new Bar.AtLeast(popular)) : row;
  }
}
