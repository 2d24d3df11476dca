package io.chihiro.training;

import io.chihiro.door.RefusedException;
import io.chihiro.training.trainer.Trainers;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import org.jboss.logging.Logger;

/// `TASTE_AGREEMENTS → no version that was made with somebody who has withdrawn`: looked after when
/// the front door asks, and by itself, so that no kill in between leaves one behind. What served is
/// trained anew without them.
@Startup
@ApplicationScoped
public class KeepToAgreements {
  private static final Logger LOG = Logger.getLogger(KeepToAgreements.class);
  private static final long NEVER = -1;

  private final TrainingTables tables;
  private final TrainModels training;
  private final ForgetVersions versions;
  private final TrainAgain again;
  private volatile long seen = NEVER;

  public KeepToAgreements(
      TrainingTables tables, TrainModels training, ForgetVersions versions, TrainAgain again) {
    this.tables = tables;
    this.training = training;
    this.versions = versions;
    this.again = again;
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() throws InterruptedException {
    try {
      if (seen != tables.withdrawals()) {
        int _ = keep();
      }
    } catch (IOException | RefusedException e) {
      LOG.warnf("what learned from somebody who has withdrawn goes later: %s", e.getMessage());
    }
  }

  /// Drops whatever was made with somebody who does not agree any more; when it returns, no version
  /// of theirs is there, and none is being made.
  ///
  /// @return how many versions that were
  /// @throws RefusedException if a training that reads them does not end at once
  synchronized int keep() throws InterruptedException, IOException {
    tables.awaitWritten();
    long withdrawals = tables.withdrawals();
    if (seen == withdrawals) {
      return 0;
    }
    // What goes on from before this start has read the agreements of now.
    if (seen != NEVER) {
      giveUp();
    }
    int dropped = versions.eraseWithdrawn();
    // A training that found out by itself, at its end, has left nothing to be dropped.
    if (dropped > 0 || training.lastWasCancelled(Trainers.TASTES)) {
      again.later(Trainers.TASTES);
    }
    seen = withdrawals;
    return dropped;
  }

  // One that does not end at once ends soon, and is begun again all the same.
  private void giveUp() throws InterruptedException {
    try {
      training.giveUp(List.of(Trainers.TASTES)).flatMap(Trainers::of).ifPresent(again::later);
    } catch (RefusedException e) {
      again.later(Trainers.TASTES);
      throw e;
    }
  }
}
