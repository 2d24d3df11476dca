package io.chihiro.metrics;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;

/// Every metric of the project, in the order in which things flow.
final class Catalogue {
  private static final List<Class<?>> CHAPTERS =
      List.of(
          JournalMetric.class,
          ListeningMetric.class,
          CatalogueMetric.class,
          MomentMetric.class,
          ModelMetric.class,
          AnswerMetric.class,
          SearchMetric.class,
          RunningMetric.class);

  private Catalogue() {}

  static List<Metric> all() {
    return CHAPTERS.stream().flatMap(Catalogue::metrics).toList();
  }

  private static Stream<Metric> metrics(Class<?> chapter) {
    return Stream.of(chapter.getDeclaredFields())
        .filter(field -> field.getType() == Metric.class && Modifier.isStatic(field.getModifiers()))
        .map(Catalogue::metric);
  }

  private static Metric metric(Field field) {
    try {
      return (Metric) field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("no public metric: " + field, e);
    }
  }
}
