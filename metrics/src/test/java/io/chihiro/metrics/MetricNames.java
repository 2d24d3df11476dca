package io.chihiro.metrics;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The metrics that a query names.
final class MetricNames {
  /// Those of others that are used.
  private static final Set<String> FOREIGN =
      Set.of("up", "jvm_memory_used_bytes", "http_server_requests_seconds_count");

  private static final Set<String> WORDS = Set.of("and", "or", "unless", "offset", "bool");

  /// What stands in braces, brackets or quotes, and the labels that something is grouped by.
  private static final Pattern LABELS =
      Pattern.compile(
          "\\{[^}]*}|\\[[^\\]]*]|\"[^\"]*\"|\\b(?:by|without|on|ignoring)\\s*\\([^)]*\\)");

  /// A name that no bracket follows: a function is called.
  private static final Pattern NAME = Pattern.compile("\\b[a-zA-Z_][a-zA-Z0-9_]*\\b(?!\\s*\\()");

  private MetricNames() {}

  /// Every metric of a query.
  static Set<String> of(String query) {
    Matcher names = NAME.matcher(LABELS.matcher(query).replaceAll(" "));
    return names
        .results()
        .map(found -> found.group())
        .filter(name -> !WORDS.contains(name) && !name.matches("\\d.*"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// Whether somebody publishes it: this project, as its table says, or one of the few others.
  static boolean known(String name) {
    return FOREIGN.contains(name) || ours().anyMatch(name::equals);
  }

  private static Stream<String> ours() {
    return Catalogue.all().stream()
        .flatMap(
            metric ->
                metric.shape().type() == Shape.Type.HISTOGRAM
                    ? Stream.of("_bucket", "_sum", "_count").map(end -> metric.title() + end)
                    : Stream.of(metric.title()));
  }
}
