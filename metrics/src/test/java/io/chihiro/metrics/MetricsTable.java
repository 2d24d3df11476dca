package io.chihiro.metrics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/// The page about the metrics, as it follows from the code.
final class MetricsTable {
  private static final double NANOS = 1e9;
  private static final String INTRODUCTION =
      """
      # Metrics

      What the services measure themselves, as it is scraped from `/q/metrics` of each; Quarkus, the
      JVM and Kafka's clients add their own (`http_…`, `jvm_…`, `kafka_…`). A histogram `x` is scraped
      as `x_bucket`, `x_sum`, `x_count` and `x_max` (of late); its buckets are given in seconds. A label's value is always
      a word of the program's own: never a text, a title, a file's name or a token.

      This file is made of the constants in `metrics`; a test fails where they differ. Renew it with
      `mvn test -pl metrics -Dtest=MetricsTableTest -Dchihiro.renew=true`.

      | name | type | labels | unit | meaning | service |
      | --- | --- | --- | --- | --- | --- |
      """;

  private MetricsTable() {}

  static String markdown() {
    return INTRODUCTION
        + Catalogue.all().stream().map(MetricsTable::row).collect(Collectors.joining());
  }

  private static String row(Metric metric) {
    List<String> cells = new ArrayList<>();
    cells.add("`" + metric.title() + "`");
    cells.add(type(metric.shape()));
    cells.add(metric.labels().stream().map(label -> "`" + label + "`").collect(commas()));
    cells.add(metric.unit());
    cells.add(metric.meaning());
    cells.add(services(metric));
    return "| " + String.join(" | ", cells) + " |\n";
  }

  private static String services(Metric metric) {
    return metric.services().size() == Service.values().length
        ? "each"
        : metric.services().stream().map(Service::title).collect(commas());
  }

  private static String type(Shape shape) {
    String word = shape.type().name().toLowerCase(Locale.ROOT);
    return shape.bounds().isEmpty()
        ? word
        : word + ": " + shape.bounds().stream().map(MetricsTable::seconds).collect(commas());
  }

  private static String seconds(Duration bound) {
    double seconds = bound.toNanos() / NANOS;
    return seconds == Math.rint(seconds) ? Long.toString((long) seconds) : Double.toString(seconds);
  }

  private static Collector<CharSequence, ?, String> commas() {
    return Collectors.joining(", ");
  }
}
