package io.chihiro.acceptance;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The systems under test, one at a time: small machines hold no two.
final class Systems {
  private static @Nullable RunningSystem running;
  private static @Nullable LivedSystem lived;

  static {
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(Systems::stopQuietly));
  }

  private Systems() {}

  /// The system that holds the sample life, shared by all tests that leave it as it was.
  static synchronized LivedSystem sampleLife() throws Exception {
    LivedSystem found = lived;
    if (found == null) {
      found = LivedSystem.on(fresh(io.chihiro.sample.SampleLife.ZONES));
      lived = found;
    }
    return found;
  }

  /// An empty system; whichever ran before is stopped.
  static synchronized RunningSystem fresh(String zones) throws IOException, InterruptedException {
    stop();
    RunningSystem started = RunningSystem.start(zones);
    running = started;
    return started;
  }

  private static synchronized void stop() throws IOException, InterruptedException {
    RunningSystem before = running;
    running = null;
    lived = null;
    if (before != null) {
      before.stop();
    }
  }

  private static void stopQuietly() {
    try {
      stop();
    } catch (IOException e) {
      throw new IllegalStateException("the system was not stopped", e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
