package io.chihiro.local;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.chihiro.keys.OwnerFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// What is written down about a process, so that another one can find it again.
///
/// A pid alone may by now belong to a stranger: the moment the process began tells them apart.
///
/// @param startedMillis when it began, as the system tells it, in epoch milliseconds
/// @param restarts how often it was started again
/// @param lastEnd how the one before it ended, as a sentence
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record RunningProcess(
    String name, long pid, long startedMillis, int restarts, Optional<String> lastEnd) {
  private static final JsonMapper JSON = JsonMapper.builder().addModule(new Jdk8Module()).build();

  /// The system counts a process's start from its own, which a corrected clock moves a little.
  private static final long TOLERANCE_MILLIS = 2000;

  static RunningProcess of(
      String name, ProcessHandle process, int restarts, Optional<String> lastEnd) {
    return new RunningProcess(name, process.pid(), startMillis(process), restarts, lastEnd);
  }

  /// The process itself, if it still runs.
  Optional<ProcessHandle> alive() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isTheSame);
  }

  /// Asks it to end and makes it end if it does not.
  void end(Duration patience) throws InterruptedException {
    Optional<ProcessHandle> process = alive();
    if (process.isPresent()) {
      process.get().destroy();
      awaitEnd(process.get(), patience);
    }
  }

  void write(Path file) throws IOException {
    OwnerFile.replace(file, JSON.writeValueAsBytes(this));
  }

  /// Reads what was written, or nothing if there is no whole record.
  static Optional<RunningProcess> read(Path file) {
    try {
      return Files.exists(file)
          ? Optional.of(JSON.readValue(Files.readAllBytes(file), RunningProcess.class))
          : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private boolean isTheSame(ProcessHandle process) {
    return Math.abs(startMillis(process) - startedMillis) <= TOLERANCE_MILLIS;
  }

  private static long startMillis(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  private static void awaitEnd(ProcessHandle process, Duration patience)
      throws InterruptedException {
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException _) {
      process.destroyForcibly();
    }
  }
}
