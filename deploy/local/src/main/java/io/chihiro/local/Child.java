package io.chihiro.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Runs one program and starts it again whenever it ends, until told to stop. Thread-safe.
final class Child {
  private static final Duration GATE_PAUSE = Duration.ofMillis(50);
  private static final int SIGNAL_BASE = 128;

  private final Program program;
  private final BooleanSupplier gate;
  private final Path run;
  private final Consumer<String> say;
  private final Backoff backoff = new Backoff();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread;
  private @Nullable Process process;
  private int restarts;
  private Optional<String> lastEnd = Optional.empty();

  /// @param gate opens when the program may be started for the first time
  /// @param run where it is written down which process it is
  /// @param say told whatever the owner should know
  Child(Program program, BooleanSupplier gate, Path run, Consumer<String> say) {
    this.program = program;
    this.gate = gate;
    this.run = run;
    this.say = say;
    this.thread = Thread.ofPlatform().name("child-" + program.name()).unstarted(this::keepAlive);
  }

  void start() {
    thread.start();
  }

  /// Asks the process to end; it will not be started again.
  void askToStop() {
    stopping.countDown();
    current().ifPresent(Process::destroy);
  }

  /// Ends the process at once; it will not be started again.
  void killForGood() throws InterruptedException {
    stopping.countDown();
    current().ifPresent(Process::destroyForcibly);
    thread.join();
  }

  String name() {
    return program.name();
  }

  /// Waits until it has ended, and makes it end after `patience`.
  void awaitStop(Duration patience) throws InterruptedException {
    if (!thread.join(patience)) {
      say.accept(program.name() + " does not stop; it is killed");
      current().ifPresent(Process::destroyForcibly);
      thread.join();
    }
  }

  private synchronized Optional<Process> current() {
    return Optional.ofNullable(process);
  }

  private void keepAlive() {
    try {
      while (!gate.getAsBoolean() && !stopsWithin(GATE_PAUSE)) {
        // The next look is the loop's condition.
      }
      while (!stopsWithin(Duration.ZERO)) {
        live();
      }
    } catch (InterruptedException _) {
      current().ifPresent(Process::destroy);
    }
  }

  private void live() throws InterruptedException {
    long begin = System.nanoTime();
    String end = runOnce();
    if (stopsWithin(Duration.ZERO)) {
      return;
    }
    Duration life = Duration.ofNanos(System.nanoTime() - begin);
    Duration pause = backoff.after(life);
    say.accept(
        "%s %s after %d s; it is started again in %d ms"
            .formatted(program.name(), end, life.toSeconds(), pause.toMillis()));
    lastEnd = Optional.of(end);
    restarts++;
    boolean _ = stopsWithin(pause);
  }

  private String runOnce() throws InterruptedException {
    try {
      Process begun = begin();
      return describe(begun.waitFor());
    } catch (IOException e) {
      return "cannot be started: " + e.getMessage();
    }
  }

  private synchronized Process begin() throws IOException {
    Process begun = program.start();
    process = begun;
    RunningProcess.of(program.name(), begun.toHandle(), restarts, lastEnd)
        .write(stateFile(run, program.name()));
    if (stopping.getCount() == 0) {
      begun.destroy();
    }
    return begun;
  }

  static Path stateFile(Path run, String name) {
    return run.resolve(name + ".json");
  }

  static String describe(int exitCode) {
    return exitCode > SIGNAL_BASE
        ? "was ended by signal " + (exitCode - SIGNAL_BASE)
        : "ended with exit code " + exitCode;
  }

  private boolean stopsWithin(Duration patience) throws InterruptedException {
    return stopping.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }
}
