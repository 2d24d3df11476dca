package io.chihiro.acceptance;

import io.chihiro.sample.SampleLife;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/// The systems under test, one at a time: small machines hold no two for long.
final class Systems {
  private static volatile @Nullable RunningSystem running;
  private static volatile @Nullable LivedSystem lived;
  private static @Nullable Future<?> leaving;
  private static boolean leftBefore;

  static {
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(Systems::stopQuietly));
  }

  private Systems() {}

  /// The system that holds the sample life, shared by all tests that leave it as it was.
  static LivedSystem sampleLife() throws Exception {
    LivedSystem found = lived;
    if (found == null) {
      found = LivedSystem.on(fresh(SampleLife.ZONES));
      lived = found;
    }
    return found;
  }

  /// An empty system; whichever ran before is stopped.
  static RunningSystem fresh(String zones) throws IOException, InterruptedException {
    return fresh(zones, "");
  }

  /// An empty system with settings of its own, one a line.
  static RunningSystem fresh(String zones, String more) throws IOException, InterruptedException {
    stop();
    return started(RunningSystem.prepared(zones, more));
  }

  /// A system that a backup has become; whichever ran before is stopped.
  static RunningSystem restored(Path backup) throws IOException, InterruptedException {
    stop();
    return started(RunningSystem.restored(backup));
  }

  /// A system on a home that is there; whichever ran before is stopped.
  static RunningSystem on(Path home) throws IOException, InterruptedException {
    stop();
    return started(RunningSystem.on(home));
  }

  private static RunningSystem started(RunningSystem next)
      throws IOException, InterruptedException {
    // Before it starts, so that it is stopped even if it does not become ready.
    running = next;
    next.start();
    return next;
  }

  /// Stops whichever runs, while the next one starts. Of the first, whose end writes the class
  /// archives that all others start from, the end is waited for.
  static synchronized void stop() throws InterruptedException {
    RunningSystem before = running;
    running = null;
    lived = null;
    awaitLeft();
    if (before == null) {
      return;
    }
    FutureTask<Boolean> leave = new FutureTask<>(() -> left(before));
    leaving = leave;
    var _ = Thread.ofPlatform().name("stop-system").start(leave);
    if (!leftBefore) {
      awaitLeft();
    }
    leftBefore = true;
  }

  private static boolean left(RunningSystem system) throws IOException, InterruptedException {
    system.stop();
    return true;
  }

  private static void awaitLeft() throws InterruptedException {
    Future<?> before = leaving;
    leaving = null;
    if (before == null) {
      return;
    }
    try {
      var _ = before.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the system before was not stopped", e);
    }
  }

  private static synchronized void stopQuietly() {
    try {
      stop();
      awaitLeft();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
