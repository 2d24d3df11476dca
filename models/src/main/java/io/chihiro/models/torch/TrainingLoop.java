package io.chihiro.models.torch;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import io.chihiro.models.onnx.Safetensors.Tensor;
import io.chihiro.models.onnx.Weight;
import io.chihiro.models.onnx.Weights;
import io.chihiro.models.torch.Checkpoints.State;
import io.chihiro.models.torch.TrainingLog.Epoch;
import io.chihiro.models.torch.TrainingRun.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/// Goes over the batches, follows the gradient, keeps the best numbers, and can be stopped at any
/// step and taken up again. It knows no model.
///
/// Every step begins with its own seed, so a training that was interrupted draws the same dropout
/// as one that was not.
///
/// @param <B> one batch of examples
final class TrainingLoop<B> {
  private static final String PYTORCH = "PyTorch";

  private final Learner<B> learner;
  private final Parameters parameters;
  private final LoopOptions options;
  private final TrainingRun run;
  private final AdamW optimiser;
  private final Checkpoints checkpoints;
  private final int stepsAnEpoch;
  private final long steps;
  private final Instant began;
  private State state;
  private long stepBegan;

  /// @param training what is trained on what, in a few words that no other training shares
  TrainingLoop(Learner<B> learner, LoopOptions options, TrainingRun run, String training) {
    this.learner = learner;
    this.parameters = learner.parameters();
    this.options = options;
    this.run = run;
    this.optimiser = new AdamW(parameters, options.weightDecay());
    this.checkpoints = new Checkpoints(run.checkpoints());
    this.stepsAnEpoch = learner.batches(1).size();
    this.steps = Math.min(options.mostSteps(), (long) options.epochs() * stepsAnEpoch);
    this.began = run.clock().instant();
    this.state = checkpoints.state(training).orElseGet(() -> State.start(training));
  }

  /// Trains; afterwards the parameters are those of the best epoch.
  ///
  /// @throws CancellationException if the run was cancelled; a checkpoint lies ready
  TrainingLog run() {
    takeUp();
    while (state.step() < steps && epochsWithoutBetter() < options.patience()) {
      epoch();
    }
    parameters.load(checkpoints.best(state));
    TrainingLog log =
        new TrainingLog(
            state.epochs(), state.bestEpoch(), state.step(), ResidentMemory.peakBytes());
    checkpoints.clear();
    return log;
  }

  private void takeUp() {
    stepBegan = state.step();
    if (state.step() == 0) {
      return;
    }
    Weights numbers = checkpoints.numbers(state);
    optimiser.load(numbers);
    Map<String, Tensor> changing = parameters.changing();
    Map<String, Weight> own = new LinkedHashMap<>(numbers.byName());
    own.keySet().retainAll(changing.keySet());
    parameters.load(new Weights(own));
  }

  private int epochsWithoutBetter() {
    return state.epochs().size() - state.bestEpoch();
  }

  private void epoch() {
    List<B> batches = learner.batches(state.epoch());
    while (state.inEpoch() < batches.size() && state.step() < steps) {
      if (run.cancelled().getAsBoolean()) {
        save();
        throw new CancellationException("the training was stopped at step " + state.step());
      }
      double loss = step(batches.get(state.inEpoch()));
      state = after(loss);
      run.progress().accept(progress(loss));
      if (state.step() % options.checkpointSteps() == 0) {
        save();
      }
    }
    endEpoch();
  }

  private double step(B batch) {
    seed();
    try (NDManager arrays = parameters.newStep()) {
      double loss = backward(arrays, batch);
      Map<String, NDArray> gradients = gradients(arrays);
      double length = length(gradients);
      if (!Double.isFinite(loss) || !Double.isFinite(length)) {
        throw new IllegalStateException(
            "the training went astray at step " + state.step() + ": the loss is no number");
      }
      float scale = (float) Math.min(1, options.clip() / (length + 1e-6));
      optimiser.step(
          gradients, scale, options.schedule().rate(state.step(), steps), state.step() + 1);
      return loss;
    }
  }

  // A prime apart, so that neighbouring seeds do not share their steps.
  private void seed() {
    Engine.getEngine(PYTORCH).setRandomSeed((int) (options.seed() + 7919 * state.step()));
  }

  private double backward(NDManager arrays, B batch) {
    try (GradientCollector collector = Engine.getEngine(PYTORCH).newGradientCollector()) {
      NDArray loss = learner.loss(arrays, batch);
      collector.backward(loss);
      return number(loss);
    }
  }

  private Map<String, NDArray> gradients(NDManager arrays) {
    Map<String, NDArray> gradients = new LinkedHashMap<>();
    parameters
        .trained()
        .forEach(
            (name, array) -> {
              NDArray gradient = array.getGradient();
              gradient.attach(arrays);
              gradients.put(name, gradient);
            });
    return gradients;
  }

  // The length of all gradients as one vector.
  private static double length(Map<String, NDArray> gradients) {
    double sum = 0;
    for (NDArray gradient : gradients.values()) {
      double norm = number(gradient.norm());
      sum += norm * norm;
    }
    return Math.sqrt(sum);
  }

  /// A single number, whatever its width: a scalar and a Java double make a 64-bit one.
  static double number(NDArray scalar) {
    return scalar.toType(DataType.FLOAT64, true).getDouble();
  }

  private State after(double loss) {
    return new State(
        state.training(),
        state.epoch(),
        state.inEpoch() + 1,
        state.step() + 1,
        state.lossSum() + loss,
        state.epochs(),
        state.bestEpoch());
  }

  private Progress progress(double loss) {
    Duration soFar = Duration.between(began, run.clock().instant());
    long done = state.step() - stepBegan;
    Duration left = soFar.multipliedBy(steps - state.step()).dividedBy(done);
    return new Progress(state.epoch(), options.epochs(), state.step(), steps, loss, left);
  }

  private void endEpoch() {
    double score = learner.score();
    List<Epoch> epochs = new ArrayList<>(state.epochs());
    epochs.add(new Epoch(state.epoch(), state.lossSum() / state.inEpoch(), score));
    boolean better = state.bestEpoch() == 0 || score > bestScore();
    if (better) {
      checkpoints.saveBest(state.epoch(), parameters.changing());
    }
    int best = better ? state.epoch() : state.bestEpoch();
    state = new State(state.training(), state.epoch() + 1, 0, state.step(), 0, epochs, best);
    save();
  }

  private double bestScore() {
    return state.epochs().get(state.bestEpoch() - 1).score();
  }

  private void save() {
    Map<String, Tensor> numbers = new LinkedHashMap<>(parameters.changing());
    numbers.putAll(optimiser.state());
    checkpoints.save(state, numbers);
  }
}
