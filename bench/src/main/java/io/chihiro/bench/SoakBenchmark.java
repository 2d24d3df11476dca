package io.chihiro.bench;

import io.chihiro.bench.Use.Call;
import io.chihiro.bench.Use.Kind;
import io.chihiro.events.KafkaEventWriter;
import io.chihiro.events.TopicCreation;
import io.chihiro.local.LocalSystem;
import io.chihiro.local.Service;
import io.chihiro.models.SentenceEncoder;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/// A system under the same load for a long time, in a diary whose days are written anew and do not
/// become more: what its processes hold in memory and how long
/// answers take, in the last third of the time beside the first.
final class SoakBenchmark implements Benchmark {
  private static final Map<String, String> SETTINGS = Map.of("CHIHIRO_ZONES", LargeImport.ZONE);
  private static final int MOMENTS = 2_000;
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final List<Kind> KINDS =
      List.of(
          Kind.ASK,
          Kind.ASK,
          Kind.PLAY,
          Kind.ASK,
          Kind.ASK,
          Kind.FEEDBACK,
          Kind.ASK,
          Kind.ASK,
          Kind.PLAY,
          Kind.ASK,
          Kind.ASK,
          Kind.REWRITE,
          Kind.ASK,
          Kind.ASK,
          Kind.PLAY,
          Kind.ASK);

  /// Of the time, what nothing is measured in: code is compiled and heaps find their size.
  private static final int PART_TO_WARM_UP = 5;

  private static final Bar WITHIN_A_TENTH = new Bar.AtMost(1.1);
  private static final Bar NONE = new Bar.AtMost(0);

  /// A stretch of the time.
  private record Stretch(long from, long to) {
    boolean holds(long moment) {
      return moment >= from && moment < to;
    }
  }

  /// What every process held at a moment.
  private record Memory(long at, Map<String, Long> mebibytes) {}

  @Override
  public List<Row> run(Lab lab) throws IOException, InterruptedException {
    return lab.withStores(SETTINGS, system -> measured(lab, system));
  }

  private static List<Row> measured(Lab lab, LocalSystem system)
      throws IOException, InterruptedException {
    GeneratedTexts texts = new GeneratedTexts(2);
    writeLife(system, texts);
    for (Service service : Service.values()) {
      system.add(service);
    }
    lab.say(
        "soak: %d calls a second for %d minutes"
            .formatted(Duration.ofSeconds(1).dividedBy(PAUSE), lab.length().toMinutes()));
    List<Memory> memory = new ArrayList<>();
    try (Api api = Api.of(system, Service.RECOMMEND)) {
      Use use = new Use(api, texts);
      long begun = System.nanoTime();
      Thread using =
          Thread.ofPlatform().start(() -> new SteadyUse(PAUSE, KINDS).run(use, lab.length()));
      while (!using.join(Duration.ofSeconds(1))) {
        memory.add(new Memory(System.nanoTime(), residents(system)));
      }
      long warm = begun + lab.length().toNanos() / PART_TO_WARM_UP;
      long third = (begun + lab.length().toNanos() - warm) / 3;
      Stretch first = new Stretch(warm, warm + third);
      Stretch last = new Stretch(warm + 2 * third, warm + 3 * third);
      List<Row> rows = new ArrayList<>(memory(memory, first, last));
      rows.addAll(waits(use.calls(), first, last));
      rows.add(errors(lab, use.calls()));
      return rows;
    }
  }

  private static void writeLife(LocalSystem system, GeneratedTexts texts) {
    TopicCreation.ensure(system.bootstrapServers());
    try (KafkaEventWriter writer = new KafkaEventWriter(system.bootstrapServers(), "bench");
        SentenceEncoder encoder = new SentenceEncoder(1)) {
      new GeneratedLife(3, texts, encoder).write(MOMENTS, writer);
    }
  }

  private static Map<String, Long> residents(LocalSystem system) {
    Map<String, Long> residents = new LinkedHashMap<>();
    Stream.concat(Stream.of("redis", "broker"), Stream.of(Service.values()).map(Service::title))
        .forEach(name -> residents.put(name, system.residentMebibytes(name)));
    return residents;
  }

  private static List<Row> memory(List<Memory> memory, Stretch first, Stretch last) {
    List<Row> rows = new ArrayList<>();
    for (String name : memory.getFirst().mebibytes().keySet()) {
      double before = median(memory, name, first);
      double after = median(memory, name, last);
      rows.add(Row.of(Benchmarks.SOAK, "resident, last third: " + name, "MiB", after));
      rows.add(
          Row.of(Benchmarks.SOAK, "the same over the first third", "times", after / before)
              .against(WITHIN_A_TENTH));
    }
    return rows;
  }

  private static double median(List<Memory> memory, String name, Stretch stretch) {
    return Numbers.median(
        memory.stream()
            .filter(each -> stretch.holds(each.at()))
            .map(each -> (double) each.mebibytes().getOrDefault(name, 0L))
            .toList());
  }

  private static List<Row> waits(List<Call> calls, Stretch first, Stretch last) {
    Histogram before = waits(calls, first);
    Histogram after = waits(calls, last);
    List<Row> rows = new ArrayList<>();
    for (int percentile : List.of(50, 99)) {
      double millis = after.getValueAtPercentile(percentile) / 1000.0;
      double over = millis * 1000 / before.getValueAtPercentile(percentile);
      rows.add(Row.of(Benchmarks.SOAK, "answers, last third: p" + percentile, "ms", millis));
      rows.add(
          Row.of(Benchmarks.SOAK, "the same over the first third", "times", over)
              .against(WITHIN_A_TENTH));
    }
    return rows;
  }

  private static Histogram waits(List<Call> calls, Stretch stretch) {
    Histogram waits = new Histogram(3);
    calls.stream()
        .filter(call -> call.kind() == Kind.ASK && stretch.holds(call.due()))
        .forEach(call -> waits.recordValue((call.ended() - call.due()) / 1000));
    return waits;
  }

  private static Row errors(Lab lab, List<Call> calls) {
    List<String> problems = calls.stream().flatMap(call -> call.problem().stream()).toList();
    problems.stream().limit(10).forEach(problem -> lab.say("soak: " + problem));
    return Row.of(Benchmarks.SOAK, "errors", "calls", problems.size()).against(NONE);
  }
}
