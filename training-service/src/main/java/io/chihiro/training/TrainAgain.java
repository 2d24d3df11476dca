package io.chihiro.training;

import io.chihiro.door.RefusedException;
import io.chihiro.training.trainer.Trainers;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/// Trains what has lost its versions, as soon as no other training is under way and nothing is
/// being forgotten. Thread-safe.
@Startup
@ApplicationScoped
public class TrainAgain {
  private static final Logger LOG = Logger.getLogger(TrainAgain.class);
  private static final int CONFLICT = 409;

  private final Consumer<Trainers> training;
  private final Set<Trainers> wanted = EnumSet.noneOf(Trainers.class);

  @Inject
  public TrainAgain(TrainModels training) {
    this(training::begin);
  }

  /// @param training begins a training, or refuses to
  TrainAgain(Consumer<Trainers> training) {
    this.training = training;
  }

  /// Begins the training of a model now, or as soon as nothing stands in its way.
  ///
  /// @throws RefusedException if too little is there to learn from
  void train(Trainers model) {
    try {
      training.accept(model);
    } catch (RefusedException e) {
      if (e.status() != CONFLICT) {
        throw e;
      }
      later(model);
    }
  }

  /// Has the training of a model begin with the next look, for whoever does not want to wait until
  /// everything is read.
  synchronized void later(Trainers model) {
    wanted.add(model);
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    for (Trainers model : taken()) {
      try {
        train(model);
      } catch (RefusedException e) {
        LOG.infof("%s is not trained anew: %s", model.model(), e.detail());
      }
    }
  }

  private synchronized Set<Trainers> taken() {
    Set<Trainers> all = EnumSet.noneOf(Trainers.class);
    all.addAll(wanted);
    wanted.clear();
    return all;
  }
}
