package io.chihiro.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/// A number that the project tells of itself. `deploy/METRICS.md` is made of all of them.
///
/// A label's values come from a catalogue of the program: engines, sources, models, topics,
/// reasons. None is ever a text, a title, a file's name or a token.
///
/// @param services who measures it
/// @param title the name by which it is scraped, without a histogram's `_bucket`, `_sum` and
///     `_count`
/// @param labels their names, in the order in which their values are given
public record Metric(
    Set<Service> services,
    Shape shape,
    String title,
    String unit,
    String meaning,
    List<String> labels) {
  Metric(
      Set<Service> services,
      Shape shape,
      String title,
      String unit,
      String meaning,
      String... labels) {
    this(services, shape, title, unit, meaning, List.of(labels));
  }

  /// A counter; the same one again for the same values.
  ///
  /// @param values of the labels
  /// @throws IllegalArgumentException if this is no counter, or a value is missing
  public Counter counter(MeterRegistry registry, String... values) {
    return Counter.builder(named(Shape.Type.COUNTER))
        .description(meaning)
        .tags(tags(values))
        .register(registry);
  }

  /// A counter that somebody else keeps.
  ///
  /// @param values of the labels
  /// @throws IllegalArgumentException if this is no counter, or a value is missing
  public <T> void counted(
      MeterRegistry registry, T keeper, ToDoubleFunction<T> count, String... values) {
    FunctionCounter _ =
        FunctionCounter.builder(named(Shape.Type.COUNTER), keeper, count)
            .description(meaning)
            .tags(tags(values))
            .register(registry);
  }

  /// A value that is asked for whenever somebody looks; it must not wait for another machine.
  ///
  /// @param values of the labels
  /// @throws IllegalArgumentException if this is no gauge, or a value is missing
  public <T> void gauge(
      MeterRegistry registry, T keeper, ToDoubleFunction<T> value, String... values) {
    Gauge _ =
        Gauge.builder(named(Shape.Type.GAUGE), keeper, value)
            .strongReference(true)
            .description(meaning)
            .tags(tags(values))
            .register(registry);
  }

  /// A histogram of times; the same one again for the same values.
  ///
  /// @param values of the labels
  /// @throws IllegalArgumentException if this is no histogram, or a value is missing
  public Timer timer(MeterRegistry registry, String... values) {
    return Timer.builder(named(Shape.Type.HISTOGRAM))
        .description(meaning)
        .serviceLevelObjectives(shape.bounds().toArray(Duration[]::new))
        .tags(tags(values))
        .register(registry);
  }

  private String named(Shape.Type asked) {
    Shape.Type own = shape.type();
    if (own != asked) {
      throw new IllegalArgumentException("%s is a %s, no %s".formatted(title, own, asked));
    }
    return title;
  }

  private List<Tag> tags(String... values) {
    if (values.length != labels.size()) {
      throw new IllegalArgumentException(title + " has the labels " + labels);
    }
    List<Tag> tags = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      tags.add(Tag.of(labels.get(i), values[i]));
    }
    return tags;
  }
}
