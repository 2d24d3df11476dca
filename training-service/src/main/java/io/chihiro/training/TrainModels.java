package io.chihiro.training;

import io.chihiro.door.RefusedException;
import io.chihiro.training.TrainingFolder.Unfinished;
import io.chihiro.training.TrainingNeeds.Work;
import io.chihiro.training.TrainingStatus.State;
import io.chihiro.training.trainer.Trainers;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jboss.logging.Logger;

/// `MOMENTS + FEEDBACK, or PLAYS → a version → gate → store + MODELS`, one training at a time.
///
/// A training that was under way when the service ended goes on when it begins again.
@Startup
@ApplicationScoped
public class TrainModels {
  private static final Logger LOG = Logger.getLogger(TrainModels.class);

  /// A step of training takes a second or two; the launcher gives ten.
  private static final Duration LAST_STEP = Duration.ofSeconds(7);

  /// A training that ends the whole process so often, for want of memory perhaps, is given up.
  private static final int MOST_BEGINNINGS = 4;

  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  private final TrainingBoard board;
  private final TrainingMetrics metrics;
  private final InstantSource clock;
  private final TrainingFolder folder;
  private final TrainingNeeds needs;
  private volatile boolean cancelled;
  private volatile boolean stopping;
  private volatile Optional<Thread> thread = Optional.empty();

  public TrainModels(
      TrainingSettings settings,
      TrainingNeeds needs,
      TrainingBoard board,
      TrainingMetrics metrics,
      InstantSource clock) {
    this.needs = needs;
    this.board = board;
    this.metrics = metrics;
    this.clock = clock;
    this.folder = new TrainingFolder(settings.training().folder());
  }

  @PostConstruct
  void start() {
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("end").unstarted(this::stop));
    goOn();
  }

  private void goOn() {
    try {
      Optional<Unfinished> unfinished = folder.unfinished();
      if (unfinished.isPresent()) {
        goOn(unfinished.get());
      }
    } catch (IOException | RuntimeException e) {
      LOG.warnf("an unfinished training is not taken up: %s", e.getMessage());
    }
  }

  private void goOn(Unfinished unfinished) throws IOException {
    if (unfinished.begun() >= MOST_BEGINNINGS) {
      folder.end(unfinished.model());
      LOG.errorf(
          "%s is not trained: the service ended %d times in the middle of it.",
          unfinished.model(), unfinished.begun());
      return;
    }
    Trainers.of(unfinished.model()).ifPresent(this::begin);
  }

  /// Begins a training in the background.
  ///
  /// @throws RefusedException if another one is under way, or too little is there
  void begin(Trainers model) {
    if (board.latest().status().state().running()) {
      throw underWay();
    }
    long read = board.givenUp();
    Work work = needs.work(model);
    if (stopping || !board.begin(model.model(), clock.instant(), read)) {
      throw underWay();
    }
    cancelled = false;
    Thread training = Thread.ofPlatform().name("training").unstarted(() -> train(model, work));
    // PyTorch's library is looked for where this class comes from.
    training.setContextClassLoader(TrainModels.class.getClassLoader());
    thread = Optional.of(training);
    training.start();
  }

  private static RefusedException underWay() {
    return RefusedException.conflict(
        "Another training is under way, or what this one read is being forgotten; wait for its end.");
  }

  private void train(Trainers model, Work work) {
    try {
      folder.begin(model.model());
      String outcome = work.run(() -> cancelled || stopping);
      LOG.info(outcome);
      end(model, State.DONE, outcome);
    } catch (CancellationException | InterruptedException e) {
      cancelled(model);
    } catch (IOException | RuntimeException | LinkageError e) {
      failed(model, e);
    }
  }

  private void cancelled(Trainers model) {
    if (stopping) {
      pause(model);
      board.end(State.CANCELLED, "The service ends; it goes on training when it begins again.");
      return;
    }
    end(model, State.CANCELLED, "The training of " + model.model() + " was cancelled.");
  }

  private void pause(Trainers model) {
    try {
      folder.pause(model.model());
    } catch (IOException e) {
      LOG.warnf("the training's folder is not written: %s", e.getMessage());
    }
  }

  private void failed(Trainers model, Throwable why) {
    if (cancelled || stopping) {
      cancelled(model);
      return;
    }
    String sentence =
        "%s could not be trained: %s. What serves goes on serving."
            .formatted(model.model(), Optional.ofNullable(why.getMessage()).orElse(why.toString()));
    LOG.error(sentence, why);
    end(model, State.FAILED, sentence);
  }

  private void end(Trainers model, State state, String sentence) {
    try {
      folder.end(model.model());
    } catch (IOException e) {
      LOG.warnf("the training's folder is not cleaned up: %s", e.getMessage());
    }
    metrics.ended(model, state);
    board.end(state, sentence);
    // Weights of hundreds of megabytes have just become garbage, and an idle heap collects nothing.
    System.gc();
  }

  /// Stops the training under way; what it has learned is forgotten.
  ///
  /// @throws RefusedException if there is none
  void cancel() {
    if (!board.latest().status().state().running()) {
      throw RefusedException.notFound("No training is under way.");
    }
    cancelled = true;
    interruptUnlessLearning();
  }

  /// Gives up a training of one of these models if it is under way, with everything it has learned
  /// so far.
  ///
  /// @return the model that was being trained
  /// @throws RefusedException if it does not end at once
  Optional<String> giveUp(Collection<Trainers> models) throws InterruptedException {
    board.giveUp();
    TrainingStatus now = board.latest().status();
    boolean concerned = now.model().flatMap(Trainers::of).filter(models::contains).isPresent();
    if (!now.state().running()) {
      leaveNothing(models);
      return Optional.empty();
    }
    if (!concerned) {
      return Optional.empty();
    }
    cancel();
    if (!board.awaitEnd(LAST_STEP)) {
      throw RefusedException.notNow("A training that reads it is ending.");
    }
    return now.model();
  }

  // A kill may have left what was learned of them so far, and nothing goes on with it any more.
  private void leaveNothing(Collection<Trainers> models) {
    try {
      for (Trainers each : models) {
        folder.end(each.model());
      }
    } catch (IOException e) {
      throw RefusedException.notNow("What a training has left is not deleted: " + e.getMessage());
    }
  }

  /// Whether the last training was of this model and brought nothing, because somebody did not want
  /// it any more.
  boolean lastWasCancelled(Trainers model) {
    TrainingStatus last = board.latest().status();
    return last.state() == State.CANCELLED && last.model().equals(Optional.of(model.model()));
  }

  // Learning asks at every step whether it may go on; a file it writes must not be broken off.
  private void interruptUnlessLearning() {
    if (board.latest().status().state() != State.LEARNING) {
      thread.ifPresent(Thread::interrupt);
    }
  }

  /// The same again for whoever ends the application without ending the process.
  void stop(@Observes ShutdownEvent event) {
    stop();
  }

  // Stops between two steps and leaves a checkpoint, before PyTorch's library goes. The process's
  // own hook calls it at once: Quarkus would wait first for those who follow the training.
  private void stop() {
    stopping = true;
    interruptUnlessLearning();
    try {
      if (!board.awaitEnd(LAST_STEP)) {
        thread.ifPresent(Thread::interrupt);
        var _ = board.awaitEnd(LAST_WORDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
