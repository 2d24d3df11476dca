package io.chihiro.models.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.chihiro.models.tastes.Item;
import io.chihiro.models.tastes.KnownScores;
import io.chihiro.models.tastes.LeaveOneOut;
import io.chihiro.models.tastes.LeaveOneOut.Asked;
import io.chihiro.models.tastes.Ranks;
import io.chihiro.models.torch.TowerLayers.Columns;
import io.chihiro.models.torch.TowerSampling.Batch;
import io.chihiro.models.torch.TowerStart.Sizes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// Learns a vector of every user and of every item, and a scorer of the two: two towers (S4; Yi et
/// al. 2019 for the shape, Naumov et al. 2019, arXiv:1906.00091, for the dot products between
/// embeddings).
///
/// `loss = −ln softmax(s(u, ·))ᵢ` over the item `i` that was taken to, the items of the others in
/// the batch and some drawn from the catalogue.
///
/// User: id, country and name, 64 each → 128 → 64 → 128. Item: id, artist, tag, 96 each, and the
/// text's vector → 96, → 128 → 64 → 128. LayerNorm and GELU between. Scorer: dot-compress → 256 →
/// 128 → 64 → 1.
public final class TwoTowers implements AutoCloseable {
  /// As tables call it.
  public static final String NAME = "two-towers";

  private static final float NEVER = -1e9f;

  /// Scored together when nothing is learned: 25 MB a layer.
  private static final int PAIRS_AT_ONCE = 50_000;

  /// Users that steer the best epoch; all of them, unless there are very many.
  private static final int MOST_STEERING = 500;

  private final LeaveOneOut split;
  private final List<float[]> texts;
  private final int[] countries;
  private final int[] artists;
  private final int[] tags;
  private final TowerSampling sampling;
  private final Parameters parameters;
  private final TowerLayers layers;

  /// Its numbers.
  ///
  /// @param userWidth numbers in each of a user's embeddings
  /// @param itemWidth numbers in each of an item's
  /// @param width numbers in what a tower gives
  /// @param dropout share of a tower's input that a step leaves out
  /// @param batch interactions of one step
  /// @param negatives items drawn for a batch, beside those of its own
  /// @param loop how it is trained
  public record Config(
      int userWidth,
      int itemWidth,
      int width,
      double dropout,
      int batch,
      int negatives,
      LoopOptions loop) {

    /// S4's sizes; the rest is what the validation liked best among a handful that were tried. A
    /// few thousand interactions are learned by heart within two epochs unless half of a tower's
    /// input is left out.
    public static Config usual(long seed) {
      LoopOptions loop =
          new LoopOptions(
              30,
              Long.MAX_VALUE,
              6,
              new Schedule.Cosine(1e-3, 1e-4),
              0.1,
              1.0,
              Long.MAX_VALUE, // a checkpoint at the end of an epoch is often enough
              seed);
      return new Config(64, 96, 128, 0.5, 64, 256, loop);
    }
  }

  /// What came of it.
  public record Trained(KnownScores scores, TrainingLog log) {}

  private TwoTowers(Config config, LeaveOneOut split, List<float[]> texts) {
    this.split = split;
    this.texts = List.copyOf(texts);
    this.countries = numbered(users().mapToObj(user -> split.country(user).orElse("")).toList());
    this.artists = numbered(split.items().stream().map(Item::artist).toList());
    this.tags = numbered(split.items().stream().map(item -> item.tag().orElse("")).toList());
    this.sampling =
        new TowerSampling(split, config.batch(), config.negatives(), config.loop().seed());
    this.parameters =
        TowerStart.of(
            config,
            new Sizes(
                split.users(),
                kinds(countries),
                split.items().size(),
                kinds(artists),
                kinds(tags),
                texts.getFirst().length));
    this.layers = new TowerLayers(config, parameters);
  }

  /// Trains; the validation chooses the best epoch.
  ///
  /// @param texts the vector of each item's text, by number
  /// @param variant what the texts are, for the model's name; empty if there is only one
  public static Trained train(
      Config config, LeaveOneOut split, List<float[]> texts, String variant, TrainingRun run) {
    if (texts.size() != split.items().size()) {
      throw new IllegalArgumentException("every item has a text");
    }
    try (TwoTowers towers = new TwoTowers(config, split, texts)) {
      String training =
          "two towers %s %s %x %x"
              .formatted(config, variant, towers.sampling.fingerprint(), DenseTraining.hash(texts));
      TrainingLog log = new TrainingLoop<>(towers.learner(), config.loop(), run, training).run();
      String name = variant.isEmpty() ? NAME : NAME + ", " + variant;
      String chosen = "epoch " + log.bestEpoch();
      List<float[]> scores = towers.scores(towers.users().boxed().toList());
      return new Trained(new KnownScores(name, chosen, scores), log);
    }
  }

  @Override
  public void close() {
    parameters.close();
  }

  private Learner<Batch> learner() {
    return new Learner<>() {
      @Override
      public Parameters parameters() {
        return parameters;
      }

      @Override
      public List<Batch> batches(int epoch) {
        return sampling.batches(epoch);
      }

      @Override
      public NDArray loss(NDManager step, Batch batch) {
        return TwoTowers.this.loss(step, batch);
      }

      @Override
      public double score() {
        return validationNdcg();
      }
    };
  }

  private NDArray loss(NDManager step, Batch batch) {
    int[] candidates = batch.candidates();
    NDArray ofUsers = layers.users(userColumns(step, batch.users()), true);
    NDArray ofItems = items(step, candidates, true);
    NDArray scores = layers.scores(ofUsers, ofItems);
    NDArray unfit = step.create(sampling.unfit(batch, NEVER), scores.getShape());
    NDArray logs = scores.add(unfit).logSoftmax(1);
    int rows = batch.pairs().size();
    NDArray own = step.eye(rows, candidates.length, 0, DataType.FLOAT32);
    return logs.mul(own).sum().neg().div(rows);
  }

  private Columns userColumns(NDManager step, int[] ids) {
    NDArray own = numbers(step, ids, id -> id);
    return new Columns(own, numbers(step, ids, id -> countries[id]), own);
  }

  private NDArray items(NDManager step, int[] ids, boolean training) {
    Columns columns =
        new Columns(
            numbers(step, ids, id -> id),
            numbers(step, ids, id -> artists[id]),
            numbers(step, ids, id -> tags[id]));
    NDArray rows = DenseNet.rows(step, Arrays.stream(ids).mapToObj(texts::get).toList());
    return layers.items(columns, rows, training);
  }

  private double validationNdcg() {
    int step = Math.ceilDiv(split.users(), MOST_STEERING);
    List<Integer> asked = users().filter(user -> user % step == 0).boxed().toList();
    List<float[]> scores = scores(asked);
    double sum = 0;
    for (int i = 0; i < asked.size(); i++) {
      sum += Ranks.ndcg(split, asked.get(i), scores.get(i), Asked.VALIDATION);
    }
    return sum / asked.size();
  }

  /// Every item's score for some users.
  private List<float[]> scores(List<Integer> asked) {
    int width = split.items().size();
    List<float[]> scores = new ArrayList<>();
    for (List<Integer> some : Batches.inOrder(asked, Math.max(1, PAIRS_AT_ONCE / width))) {
      try (NDManager step = parameters.newStep()) {
        int[] ids = some.stream().mapToInt(Integer::intValue).toArray();
        NDArray ofItems = items(step, IntStream.range(0, width).toArray(), false);
        float[] all =
            layers.scores(layers.users(userColumns(step, ids), false), ofItems).toFloatArray();
        for (int row = 0; row < ids.length; row++) {
          scores.add(Arrays.copyOfRange(all, row * width, (row + 1) * width));
        }
      }
    }
    return scores;
  }

  private IntStream users() {
    return IntStream.range(0, split.users());
  }

  private static NDArray numbers(NDManager step, int[] ids, IntUnaryOperator of) {
    return step.create(Arrays.stream(ids).map(of).asLongStream().toArray());
  }

  // Equal names have equal numbers, from 0, whatever order they come in.
  private static int[] numbered(List<String> names) {
    List<String> kinds = List.copyOf(new TreeSet<>(names));
    Map<String, Integer> numbers = new HashMap<>();
    kinds.forEach(kind -> numbers.put(kind, numbers.size()));
    return names.stream().mapToInt(name -> numbers.getOrDefault(name, 0)).toArray();
  }

  private static int kinds(int[] numbers) {
    return 1 + Arrays.stream(numbers).max().orElse(0);
  }
}
