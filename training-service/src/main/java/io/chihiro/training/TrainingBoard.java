package io.chihiro.training;

import io.chihiro.models.torch.TrainingRun.Progress;
import io.chihiro.training.TrainingStatus.Part;
import io.chihiro.training.TrainingStatus.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Where whoever trains writes how far it is, and whoever asks reads it. Thread-safe.
@ApplicationScoped
public class TrainingBoard {
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private TrainingStatus status = TrainingStatus.idle();
  private long revision;
  private long givenUp;
  private long steps;
  private Instant lastSign;

  public TrainingBoard(InstantSource clock) {
    this.clock = clock;
    this.lastSign = clock.instant();
  }

  /// A status and the how-manieth it is.
  record Shown(TrainingStatus status, long revision) {}

  /// Something that trainings read is about to be forgotten: what was read of it before is read in
  /// vain.
  void giveUp() {
    lock.lock();
    try {
      givenUp++;
    } finally {
      lock.unlock();
    }
  }

  /// How often something was to be forgotten.
  long givenUp() {
    lock.lock();
    try {
      return givenUp;
    } finally {
      lock.unlock();
    }
  }

  /// Takes the one place there is.
  ///
  /// @param read what [#givenUp] was before the training read what it learns from
  /// @return whether it was free, and nothing has been forgotten since
  boolean begin(String model, Instant now, long read) {
    lock.lock();
    try {
      if (status.state().running() || givenUp != read) {
        return false;
      }
      show(TrainingStatus.begun(model, now));
      return true;
    } finally {
      lock.unlock();
    }
  }

  void enter(State state) {
    change(state, Optional.empty());
  }

  void end(State state, String sentence) {
    change(state, Optional.of(sentence));
  }

  /// One of several versions that a training learns: all but the last are only judged.
  void part(int number, int parts) {
    lock.lock();
    try {
      show(status.in(new Part(number, parts)));
    } finally {
      lock.unlock();
    }
  }

  void at(Progress progress) {
    lock.lock();
    try {
      steps++;
      show(status.at(progress));
    } finally {
      lock.unlock();
    }
  }

  /// The latest.
  Shown latest() {
    lock.lock();
    try {
      return new Shown(status, revision);
    } finally {
      lock.unlock();
    }
  }

  /// Steps of learning since the service began.
  long steps() {
    lock.lock();
    try {
      return steps;
    } finally {
      lock.unlock();
    }
  }

  /// How long the training under way has made no step and entered no stage; nothing if there is
  /// none.
  Duration silence() {
    lock.lock();
    try {
      return status.state().running() ? Duration.between(lastSign, clock.instant()) : Duration.ZERO;
    } finally {
      lock.unlock();
    }
  }

  /// Waits for something newer than what was seen; the same again if nothing comes in time.
  Shown after(long seen, Duration patience) throws InterruptedException {
    lock.lock();
    try {
      long left = patience.toNanos();
      while (revision <= seen && left > 0) {
        left = changed.awaitNanos(left);
      }
      return new Shown(status, revision);
    } finally {
      lock.unlock();
    }
  }

  /// Waits until nothing is trained.
  ///
  /// @return whether that came in time
  boolean awaitEnd(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    Shown shown = latest();
    while (shown.status().state().running() && System.nanoTime() < end) {
      shown = after(shown.revision(), Duration.ofNanos(TimeUnit.MILLISECONDS.toNanos(100)));
    }
    return !shown.status().state().running();
  }

  private void change(State state, Optional<String> sentence) {
    lock.lock();
    try {
      show(sentence.map(words -> status.ended(state, words)).orElseGet(() -> status.in(state)));
    } finally {
      lock.unlock();
    }
  }

  private void show(TrainingStatus next) {
    status = next;
    lastSign = clock.instant();
    revision++;
    changed.signalAll();
  }
}
