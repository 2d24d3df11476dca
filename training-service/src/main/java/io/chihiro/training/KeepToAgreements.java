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
  private static final int CONFLICT = 409;
  private static final long NEVER = -1;

  private final TrainingTables tables;
  private final TrainModels training;
  private final ForgetVersions versions;
  private volatile long seen = NEVER;
  private boolean again;

  public KeepToAgreements(TrainingTables tables, TrainModels training, ForgetVersions versions) {
    this.tables = tables;
    this.training = training;
    this.versions = versions;
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() throws InterruptedException {
    try {
      if (seen != tables.withdrawals()) {
        int _ = keep();
      }
      trainAgain();
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
    again = again || dropped > 0 || training.lastWasCancelled(Trainers.TASTES);
    seen = withdrawals;
    return dropped;
  }

  // One that does not end at once ends soon, and is begun again all the same.
  private void giveUp() throws InterruptedException {
    try {
      again = training.giveUp(List.of(Trainers.TASTES)).isPresent() || again;
    } catch (RefusedException e) {
      again = true;
      throw e;
    }
  }

  // Whoever withdraws does not wait until everybody else's plays are read.
  private void trainAgain() {
    if (!taken()) {
      return;
    }
    try {
      training.begin(Trainers.TASTES);
    } catch (RefusedException e) {
      if (e.status() == CONFLICT) {
        // Another training has its end; until then it is asked again.
        putBack();
      } else {
        LOG.infof("%s is not trained anew: %s", Trainers.TASTES.model(), e.detail());
      }
    }
  }

  private synchronized boolean taken() {
    boolean wanted = again;
    again = false;
    return wanted;
  }

  private synchronized void putBack() {
    again = true;
  }
}
