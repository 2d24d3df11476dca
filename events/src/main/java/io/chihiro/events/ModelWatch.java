package io.chihiro.events;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `MODELS → registry`, on a thread of its own: at the start and after every change whoever uses
/// the models gets ready for what their records say, while everything else goes on.
public final class ModelWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ModelWatch.class);
  private static final Duration A_LIFE_AT_MOST = Duration.ofDays(7);
  private static final Duration PAUSE = Duration.ofSeconds(10);

  /// Gets ready for what the records say now. Called again if it throws.
  @FunctionalInterface
  public interface Settling {
    void settle() throws InterruptedException;
  }

  private final TopicTable<ModelTrained> models;
  private final Semaphore changed = new Semaphore(1);
  private final Thread thread;
  private volatile ModelRegistry registry = ModelRegistry.of(List.of());
  private volatile boolean settled;
  private volatile Settling settling = () -> {};

  /// A watch that does not look yet; [#start] begins.
  ///
  /// @param name of its thread and its consumer
  public ModelWatch(String bootstrapServers, String name) {
    models = new TopicTable<>(bootstrapServers, name, Topics.MODELS, (_, _) -> look());
    thread = Thread.ofVirtual().name(name).unstarted(this::run);
  }

  /// Begins to look.
  ///
  /// @param wanted called at the start and after every change
  public void start(Settling wanted) {
    settling = wanted;
    thread.start();
  }

  /// What the records say now.
  public ModelRegistry registry() {
    return registry;
  }

  /// Whether somebody has got ready for what the records said at the start.
  public boolean settled() {
    return settled;
  }

  /// Looks again although nothing changed: a version that was broken may be mended.
  public void lookAgain() {
    changed.release();
  }

  /// Returns once [#registry] shows everything that was written before this was called.
  public void awaitWritten() throws InterruptedException {
    models.awaitWritten();
  }

  @Override
  public void close() {
    thread.interrupt();
    models.close();
    try {
      var _ = thread.join(PAUSE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    registry = ModelRegistry.of(models.all().values());
    changed.release();
  }

  private void run() {
    try {
      var _ = models.load(A_LIFE_AT_MOST);
      while (true) {
        changed.acquire();
        changed.drainPermits();
        settleOrSay();
      }
    } catch (InterruptedException _) {
      LOG.debug("the models are not followed any more");
    }
  }

  private void settleOrSay() throws InterruptedException {
    try {
      settling.settle();
      settled = true;
    } catch (RuntimeException e) {
      LOG.warn("the models' records are looked at again: {}", e.getMessage());
      Thread.sleep(PAUSE);
      changed.release();
    }
  }
}
