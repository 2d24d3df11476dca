package io.chihiro.acceptance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The project's own metrics, as a service tells them and as the table promises them.
final class ScrapedMetrics {
  private static final Pattern TYPE =
      Pattern.compile("^# TYPE (chihiro_\\w+) (\\w+)$", Pattern.MULTILINE);
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern WORD = Pattern.compile("`(\\w+)`");

  private ScrapedMetrics() {}

  /// A metric.
  ///
  /// @param labels without a histogram's own
  record Scraped(String name, String type, SortedSet<String> labels) {}

  /// What a service tells, by name; the largest value that Micrometer tells with each histogram is
  /// part of that.
  static List<Scraped> of(int port) throws IOException, InterruptedException {
    String page = page(port);
    return TYPE.matcher(page)
        .results()
        .filter(found -> !found.group(1).endsWith("_seconds_max"))
        .map(found -> new Scraped(found.group(1), found.group(2), labels(page, found.group(1))))
        .sorted(Comparator.comparing(Scraped::name))
        .toList();
  }

  /// Every value of every label of the project's own metrics.
  static Set<String> labelValues(int port) throws IOException, InterruptedException {
    return page(port)
        .lines()
        .filter(line -> line.startsWith("chihiro_"))
        .flatMap(line -> LABEL.matcher(line).results())
        .map(label -> label.group(2))
        .collect(Collectors.toSet());
  }

  /// What the table says that a service tells, by name.
  static List<Scraped> promised(Path table, String service) throws IOException {
    return Files.readAllLines(table).stream()
        .filter(line -> line.startsWith("| `chihiro_"))
        .map(line -> List.of(line.split(" *\\| *")))
        .filter(row -> row.get(6).equals("each") || row.get(6).contains(service))
        .map(row -> new Scraped(words(row.get(1)).first(), type(row.get(2)), words(row.get(3))))
        .sorted(Comparator.comparing(Scraped::name))
        .toList();
  }

  private static String type(String cell) {
    return Stream.of(cell.split(":")).findFirst().orElseThrow();
  }

  private static SortedSet<String> words(String cell) {
    return WORD.matcher(cell)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static SortedSet<String> labels(String page, String name) {
    return page.lines()
        .filter(line -> line.matches(name + "(_bucket|_sum|_count)?[{ ].*"))
        .flatMap(line -> LABEL.matcher(line).results().map(MatchResult::group))
        .map(label -> label.substring(0, label.indexOf('=')))
        .filter(label -> !label.equals("le"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String page(int port) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      URI address = URI.create("http://127.0.0.1:" + port + "/q/metrics");
      return client
          .send(
              HttpRequest.newBuilder(address).header("Accept", "text/plain").build(),
              BodyHandlers.ofString())
          .body();
    }
  }
}
