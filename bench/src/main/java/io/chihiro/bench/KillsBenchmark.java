package io.chihiro.bench;

import io.chihiro.bench.Killer.Downtime;
import io.chihiro.bench.Use.Call;
import io.chihiro.bench.Use.Kind;
import io.chihiro.local.LocalSystem;
import io.chihiro.local.OneAddress;
import io.chihiro.local.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// A system in use, an import running, while random processes of it are killed: first any of them,
/// each alone; then one of two front doors behind one address.
final class KillsBenchmark implements Benchmark {
  private static final long SEED = 17;
  private static final Map<String, String> SETTINGS = Map.of("CHIHIRO_ZONES", LargeImport.ZONE);
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final List<Kind> KINDS =
      List.of(Kind.ASK, Kind.ENTRY, Kind.ASK, Kind.PLAY, Kind.ASK, Kind.FEEDBACK);

  /// Of the whole time, what goes to the two front doors.
  private static final int PART_OF_FRONT_DOORS = 4;

  private static final Bar NONE = new Bar.AtMost(0);
  private static final Bar SECONDS_AWAY = new Bar.AtMost(8);
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String SECOND = Service.RECOMMEND.title() + "-2";

  /// What came of a run.
  private record Outcome(List<Call> calls, List<Downtime> downtimes, int writes, long lost) {
    List<Call> errors() {
      return calls.stream().filter(call -> call.problem().isPresent()).toList();
    }

    List<Call> errorsOutside() {
      return errors().stream()
          .filter(call -> downtimes.stream().noneMatch(downtime -> downtime.touches(call)))
          .toList();
    }

    double longestSeconds() {
      return downtimes.stream().mapToDouble(Downtime::seconds).max().orElse(0);
    }
  }

  @Override
  public List<Row> run(Lab lab) throws IOException, InterruptedException {
    writeArchives(lab);
    Duration second = lab.length().dividedBy(PART_OF_FRONT_DOORS);
    Duration first = lab.length().minus(second);
    List<Row> rows = new ArrayList<>();
    rows.addAll(
        ofAny(lab.inFolder(folder -> lab.withStores(SETTINGS, it -> any(lab, it, folder, first)))));
    rows.addAll(
        ofFrontDoors(
            lab.inFolder(folder -> lab.withStores(SETTINGS, it -> two(lab, it, folder, second)))));
    return rows;
  }

  // As at home, where whatever is started again starts from the classes of the run before.
  private static void writeArchives(Lab lab) throws IOException, InterruptedException {
    lab.say("kills: a start and an end, so that there are class archives");
    int _ =
        lab.inFolder(
            folder -> {
              try (LocalSystem _ = LocalSystem.up(lab.root(), folder)) {
                return 0;
              }
            });
  }

  private static Outcome any(Lab lab, LocalSystem system, Path folder, Duration length)
      throws IOException, InterruptedException {
    for (Service service : Service.values()) {
      system.add(service);
    }
    try (Api api = Api.of(system, Service.RECOMMEND)) {
      List<String> names =
          Stream.concat(
                  Stream.of("redis", "broker"), Stream.of(Service.values()).map(Service::title))
              .toList();
      Killer killer = new Killer(system, names, SEED);
      return used(lab, api, folder, killer, length);
    }
  }

  private static Outcome two(Lab lab, LocalSystem system, Path folder, Duration length)
      throws IOException, InterruptedException {
    for (Service service : Service.values()) {
      system.begin(service, 1);
    }
    system.begin(Service.RECOMMEND, 2);
    List<String> names = List.of(Service.RECOMMEND.title(), SECOND);
    Killer killer = new Killer(system, names, SEED);
    new Answers(system)
        .await(Stream.concat(Stream.of(Service.values()).map(Service::title), names.stream()));
    try (OneAddress address =
            OneAddress.before(
                List.of(
                    system.address(Service.RECOMMEND, 1), system.address(Service.RECOMMEND, 2)));
        Api api = Api.of(address.uri(), system.token())) {
      return used(lab, api, folder, killer, length);
    }
  }

  private static Outcome used(Lab lab, Api api, Path folder, Killer killer, Duration length)
      throws IOException, InterruptedException {
    lab.say("kills: %d minutes of use, %s".formatted(length.toMinutes(), killer.names()));
    Use use = new Use(api, new GeneratedTexts(SEED));
    RunningImports imports = new RunningImports(api, RunningImports.exports(folder));
    long end = System.nanoTime() + length.toNanos();
    List<Downtime> downtimes;
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> importing =
          workers.submit(
              () -> {
                imports.run(() -> System.nanoTime() < end);
                return end;
              });
      Future<List<Downtime>> killing =
          workers.submit(
              (Callable<List<Downtime>>) () -> killer.run(() -> System.nanoTime() < end));
      new SteadyUse(PAUSE, KINDS).run(use, length);
      downtimes = got(killing);
      var _ = got(importing);
    }
    api.awaitNothing(PATIENCE);
    Outcome outcome =
        new Outcome(use.calls(), downtimes, use.writes(), use.lost() + imports.wrong());
    tell(lab, outcome, imports.count());
    return outcome;
  }

  private static void tell(Lab lab, Outcome outcome, int imports) {
    lab.say(
        "kills: %,d calls, %,d writes acknowledged, %d imports, %d kills, %d errors, %d of them outside"
            .formatted(
                outcome.calls().size(),
                outcome.writes(),
                imports,
                outcome.downtimes().size(),
                outcome.errors().size(),
                outcome.errorsOutside().size()));
    outcome
        .downtimes()
        .forEach(each -> lab.say("  %s %.1f s".formatted(each.name(), each.seconds())));
    outcome.errorsOutside().stream()
        .limit(20)
        .forEach(call -> lab.say("  outside: " + call.problem().orElseThrow()));
  }

  private static <T> T got(Future<T> work) throws InterruptedException {
    try {
      return work.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the run broke off: " + e.getCause(), e);
    }
  }

  private static List<Row> ofAny(Outcome outcome) {
    return List.of(
        Row.of(Benchmarks.KILLS, "acknowledged writes lost", "writes", (double) outcome.lost())
            .against(NONE),
        Row.of(
                Benchmarks.KILLS,
                "errors while nobody was away",
                "calls",
                outcome.errorsOutside().size())
            .against(NONE),
        Row.of(
                Benchmarks.KILLS,
                "longest until the killed one answers again",
                "s",
                outcome.longestSeconds())
            .against(SECONDS_AWAY),
        Row.of(Benchmarks.KILLS, "processes killed", "kills", outcome.downtimes().size()),
        Row.of(Benchmarks.KILLS, "errors while one was away", "calls", outcome.errors().size()));
  }

  private static List<Row> ofFrontDoors(Outcome outcome) {
    return List.of(
        Row.of(Benchmarks.KILLS, "two front doors: writes lost", "writes", (double) outcome.lost())
            .against(NONE),
        Row.of(Benchmarks.KILLS, "two front doors: errors", "calls", outcome.errors().size())
            .against(NONE),
        Row.of(Benchmarks.KILLS, "two front doors: killed", "kills", outcome.downtimes().size()));
  }
}
