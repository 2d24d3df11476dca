package io.chihiro.models.sequences;

import io.chihiro.models.sequences.LearningRun.Epoch;
import io.chihiro.models.sequences.SkipGram.Config;
import io.chihiro.models.sequences.SkipGramFile.Saved;
import io.chihiro.models.sequences.SkipGramWorker.Shared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Epochs of a skip-gram: the sequences in another order each time, handed out in small parts to
/// whichever thread is free, with a checkpoint after each.
///
/// Whatever is random follows from seed, epoch and sequence, never from the thread or from
/// what came before: with one thread a run that was killed ends with the very numbers of one that
/// was not.
final class SkipGramTraining {
  /// Sequences that a thread takes at once.
  private static final int PART = 16;

  /// A step of the last sequence is still a step (word2vec's).
  private static final double LEAST_SHARE_OF_RATE = 1e-4;

  private final Corpus corpus;
  private final Config config;
  private final LearningRun run;
  private final Shared shared;
  private final long fingerprint;

  SkipGramTraining(Corpus corpus, Config config, LearningRun run) {
    if (corpus.sequences() == 0) {
      throw new IllegalArgumentException("there is no sequence of two songs to learn from");
    }
    this.corpus = corpus;
    this.config = config;
    this.run = run;
    this.shared = new Shared(corpus, config);
    this.fingerprint = corpus.fingerprint();
  }

  SkipGram learned() throws InterruptedException {
    SkipGram model = begun();
    try (ExecutorService threads = pool()) {
      while (model.losses().size() < config.epochs()) {
        model = epoch(model, threads);
      }
    }
    return model;
  }

  private ExecutorService pool() {
    return Executors.newFixedThreadPool(
        run.threads(), Thread.ofPlatform().name("skip-gram-", 0).factory());
  }

  private SkipGram begun() {
    return run.checkpoint()
        .flatMap(SkipGramFile::find)
        .filter(this::ofThisTraining)
        .map(Saved::model)
        .orElseGet(this::untaught);
  }

  private boolean ofThisTraining(Saved saved) {
    return saved.corpus() == fingerprint && saved.model().config().equals(config);
  }

  // As word2vec begins: inputs anywhere near nothing, outputs at nothing.
  private SkipGram untaught() {
    int rows = corpus.vocabulary().size() + 1;
    float[][] inputs = new float[rows][config.dimension()];
    Random random = new Random(config.seed());
    for (int id = 1; id < rows; id++) {
      for (int i = 0; i < config.dimension(); i++) {
        inputs[id][i] = (random.nextFloat() - 0.5f) / config.dimension();
      }
    }
    float[][] outputs = new float[rows][config.dimension()];
    return new SkipGram(config, corpus.vocabulary(), inputs, outputs, List.of());
  }

  private SkipGram epoch(SkipGram model, ExecutorService threads) throws InterruptedException {
    int epoch = model.losses().size();
    AtomicInteger next = new AtomicInteger();
    int[] order = order(epoch);
    List<SkipGramWorker> workers = new ArrayList<>();
    List<Future<?>> parts = new ArrayList<>();
    for (int i = 0; i < run.threads(); i++) {
      SkipGramWorker worker = new SkipGramWorker(shared, config, model);
      workers.add(worker);
      parts.add(threads.submit(() -> work(worker, epoch, order, next)));
    }
    await(parts);
    if (run.cancelled().getAsBoolean()) {
      throw new CancellationException("the training was stopped");
    }
    return ended(model, workers);
  }

  // Whatever happens, no thread goes on without us.
  private static void await(List<Future<?>> parts) throws InterruptedException {
    try {
      for (Future<?> part : parts) {
        Object _ = part.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a thread of the training failed", e.getCause());
    } finally {
      parts.forEach(part -> part.cancel(true));
    }
  }

  private void work(SkipGramWorker worker, int epoch, int[] order, AtomicInteger next) {
    int begin = next.getAndAdd(PART);
    while (begin < order.length && !stopped()) {
      for (int i = begin; i < Math.min(order.length, begin + PART); i++) {
        worker.learn(order[i], Mixing.seed(config.seed(), epoch, order[i]), rate(epoch, i));
      }
      begin = next.getAndAdd(PART);
    }
  }

  private boolean stopped() {
    return run.cancelled().getAsBoolean() || Thread.currentThread().isInterrupted();
  }

  private float rate(int epoch, int place) {
    double done = (epoch + place / (double) corpus.sequences()) / config.epochs();
    return (float) (config.rate() * Math.max(1 - done, LEAST_SHARE_OF_RATE));
  }

  private int[] order(int epoch) {
    int[] order = IntStream.range(0, corpus.sequences()).toArray();
    Random random = new Random(Mixing.seed(config.seed(), epoch, -1));
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
    return order;
  }

  private SkipGram ended(SkipGram model, List<SkipGramWorker> workers) {
    long pairs = workers.stream().mapToLong(SkipGramWorker::pairs).sum();
    double loss = workers.stream().mapToDouble(SkipGramWorker::lossSum).sum() / Math.max(1, pairs);
    List<Double> losses = new ArrayList<>(model.losses());
    losses.add(loss);
    requireFinite(model, losses.size());
    SkipGram further =
        new SkipGram(config, corpus.vocabulary(), model.inputs(), model.outputs(), losses);
    save(further);
    run.progress().accept(new Epoch(losses.size(), loss, pairs));
    return further;
  }

  private void save(SkipGram model) {
    try {
      if (run.checkpoint().isPresent()) {
        SkipGramFile.write(model, fingerprint, run.checkpoint().get());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the checkpoint of the skip-gram cannot be written", e);
    }
  }

  private void requireFinite(SkipGram model, int epoch) {
    for (int id = 1; id < model.inputs().length; id++) {
      float sum = 0;
      for (int i = 0; i < config.dimension(); i++) {
        sum += Math.abs(model.inputs()[id][i]) + Math.abs(model.outputs()[id][i]);
      }
      if (!Float.isFinite(sum)) {
        throw new IllegalStateException(
            "the skip-gram outgrew all bounds in epoch %d; a lower rate than %s may help"
                .formatted(epoch, config.rate()));
      }
    }
  }
}
