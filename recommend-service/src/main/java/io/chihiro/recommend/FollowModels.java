package io.chihiro.recommend;

import io.chihiro.events.ModelRegistry;
import io.chihiro.events.ModelTrained;
import io.chihiro.events.TopicTable;
import io.chihiro.events.Topics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/// `MODELS → registry`, on a thread of its own: after every change whoever answers gets ready for
/// it, while answers go on.
final class FollowModels implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(FollowModels.class);
  private static final Duration LOOK = Duration.ofMillis(20);
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final TopicTable<ModelTrained> models;
  private final Semaphore changed = new Semaphore(1);
  private final Thread thread;
  private volatile ModelRegistry registry = ModelRegistry.of(List.of());
  private volatile boolean settled;
  private volatile Runnable settle = () -> {};

  FollowModels(String broker) {
    models =
        new TopicTable<>(broker, "recommend-models", Topics.MODELS, (_, _) -> changed.release());
    thread = Thread.ofVirtual().name("follow-models").unstarted(this::run);
  }

  /// What the records say.
  ModelRegistry registry() {
    return registry;
  }

  /// Whether somebody has got ready for what the records said at the start.
  boolean settled() {
    return settled;
  }

  /// Begins to read.
  ///
  /// @param settling called after every change
  void start(Runnable settling) {
    settle = settling;
    thread.start();
  }

  /// Looks again although nothing changed: a version that was broken may be mended.
  void lookAgain() {
    changed.release();
  }

  @Override
  public void close() {
    thread.interrupt();
    models.close();
  }

  private void run() {
    try {
      var _ = models.start();
      while (!models.whole()) {
        Thread.sleep(LOOK);
      }
      while (true) {
        changed.acquire();
        changed.drainPermits();
        registry = ModelRegistry.of(models.all().values());
        settleOrSay();
      }
    } catch (InterruptedException _) {
      LOG.debug("the models are not followed any more");
    }
  }

  private void settleOrSay() throws InterruptedException {
    try {
      settle.run();
      settled = true;
    } catch (RuntimeException e) {
      LOG.warnf("the models' records are looked at again: %s", e.getMessage());
      Thread.sleep(PAUSE);
      changed.release();
    }
  }
}
