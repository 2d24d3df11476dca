package io.chihiro.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `status`: every process, its health, its memory, and what waits before it.
final class Status implements Command {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /// One process at one moment.
  ///
  /// @param waiting how much waits before it, empty if unknown
  private record Line(
      String name, Optional<RunningProcess> process, boolean ready, Optional<String> waiting) {
    Optional<Long> pid() {
      return process.flatMap(RunningProcess::alive).map(ProcessHandle::pid);
    }

    String health() {
      return pid().isEmpty() ? "down" : ready ? "ready" : "not ready";
    }

    long residentMebibytes() {
      return pid().map(Status::residentMebibytes).orElse(0L);
    }
  }

  @Override
  public int run(Context context, List<String> arguments) throws IOException, InterruptedException {
    List<Line> lines = lines(context);
    Table table =
        new Table("process", "pid", "health", "resident MiB", "restarts", "last end", "waiting");
    lines.forEach(line -> add(table, line));
    long total = lines.stream().mapToLong(Line::residentMebibytes).sum();
    table.row("all", "", "", total, "", "", "");
    context.out().print(table);
    boolean up = lines.stream().allMatch(line -> line.pid().isPresent() && line.ready());
    context.say(
        up
            ? "All is up. Open " + Up.link(context)
            : "Not all is up. ./chihiro up starts it, ./chihiro logs tells more.");
    return up ? 0 : 1;
  }

  private static void add(Table table, Line line) {
    table.row(
        line.name(),
        line.pid().map(Object::toString).orElse("-"),
        line.health(),
        line.residentMebibytes(),
        line.process().map(RunningProcess::restarts).orElse(0),
        line.process().flatMap(RunningProcess::lastEnd).orElse(""),
        line.waiting().orElse(""));
  }

  private static List<Line> lines(Context context) throws InterruptedException {
    Map<String, String> waiting = waiting(context);
    List<Line> lines = new ArrayList<>();
    Path run = context.home().run();
    lines.add(line(run, Supervisor.NAME, Supervisor.of(context.home()).isPresent(), waiting));
    try (Health health = new Health(context.ports())) {
      for (String name : Programs.names()) {
        lines.add(line(run, name, health.ready(name), waiting));
      }
    }
    return lines;
  }

  private static Line line(Path run, String name, boolean ready, Map<String, String> waiting) {
    return new Line(
        name,
        RunningProcess.read(Child.stateFile(run, name)),
        ready,
        Optional.ofNullable(waiting.get(name)));
  }

  private static Map<String, String> waiting(Context context) throws InterruptedException {
    Map<String, String> waiting = new HashMap<>();
    if (!Files.exists(context.home().tokenFile())) {
      return waiting;
    }
    try (FrontDoor door = context.frontDoor()) {
      for (JsonNode stage : door.look("/api/v1/progress", PATIENCE).body().path("stages")) {
        waiting.put(
            stage.path("service").asText(),
            stage.path("waiting").asLong() + " " + stage.path("what").asText());
      }
    } catch (IOException _) {
      // The front door is down, which the table shows.
    }
    return waiting;
  }

  static long residentMebibytes(long pid) {
    return mebibytes(pid, "VmRSS:");
  }

  /// The most that a process has held since it began.
  static long peakMebibytes(long pid) {
    return mebibytes(pid, "VmHWM:");
  }

  private static long mebibytes(long pid, String what) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
          .filter(line -> line.startsWith(what))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException _) {
      // It ended just now, or this system has no /proc.
      return 0;
    }
  }
}
