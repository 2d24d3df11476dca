package io.chihiro.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.acceptance.Api.NamedFile;
import io.chihiro.sample.PhotographedPage;
import io.chihiro.sample.PhotographedPage.Format;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What operations looks at, beside a system that lives: metrics, dashboards and alerts.
@Order(4)
class OperationsIT {
  private static final Path DEPLOY = RunningPrometheus.FILES.resolveSibling("");
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final LocalDate DAY = LocalDate.parse("2022-01-11");
  private static final String MOOD = "Snow outside, and nothing to do.";

  @Test
  void everyServiceTellsWhatTheTableSaysAndNothingElse() throws Exception {
    RunningSystem system = Systems.sampleLife().system();
    Map<String, Integer> ports =
        Map.of(
            "recommend-service", system.ports().recommend(),
            "ocr-service", system.ports().ocr(),
            "ingest-service", system.ports().ingest(),
            "embedding-service", system.ports().embedding(),
            "training-service", system.ports().training());
    for (Map.Entry<String, Integer> service : ports.entrySet()) {
      assertEquals(
          ScrapedMetrics.promised(DEPLOY.resolve("METRICS.md"), service.getKey()),
          ScrapedMetrics.of(service.getValue()),
          service.getKey());
    }
  }

  @Test
  void noLabelHoldsMoreThanAWordOfTheProgram() throws Exception {
    for (int port : Systems.sampleLife().system().servicePorts()) {
      ScrapedMetrics.labelValues(port)
          .forEach(value -> assertFalse(value.length() > 40, "a label says " + value));
    }
  }

  @Test
  void everyPanelShowsSomething(@TempDir Path folder) throws Exception {
    Path program = found("prometheus");
    RunningSystem system = Systems.sampleLife().system();
    try (RunningPrometheus prometheus = RunningPrometheus.beside(system, program, folder);
        Api api = system.api()) {
      prometheus.awaitTwoScrapes();
      live(api);
      prometheus.awaitTwoScrapes();

      List<String> empty = new ArrayList<>();
      for (Path dashboard : dashboards()) {
        empty.addAll(emptyPanels(prometheus, dashboard));
      }
      assertEquals(List.of(), empty, "panels without data");
    }
  }

  @Test
  void theRulesAreWellFormedAndFireWhenTheyShould() throws Exception {
    String promtool = found("promtool").toString();
    Path rules = RunningPrometheus.FILES.resolve("rules.yml");
    Path tests = RunningPrometheus.FILES.resolve("rules.test.yml");
    assertEquals("", complaint(promtool, "check", "rules", rules.toString()));
    assertEquals("", complaint(promtool, "test", "rules", tests.toString()));
    Path config = RunningPrometheus.FILES.resolve("prometheus.yml");
    assertEquals("", complaint(promtool, "check", "config", config.toString()));
  }

  private static Path found(String name) {
    Optional<Path> program = RunningPrometheus.program(name);
    assumeTrue(
        program.isPresent(),
        "there is no " + name + " on the path; Debian's package prometheus has it");
    return program.orElseThrow();
  }

  /// A photo, plays and questions: so that what is told per second is not zero of nothing.
  private static void live(Api api) throws Exception {
    var _ =
        api.upload("/api/v1/journal/pages", new NamedFile("IMG_2202.jpg", photo().bytes())).fine();
    var _ = api.awaitNothingWaits(LONGEST);
    NamedFile plays =
        new PlaysFile().heard(DAY, "Snowed In", "The Harbour Lights", 3).named("snow.json");
    assertEquals("done", api.importPlays(plays, LONGEST).path("status").asText());
    var _ = api.awaitNothingWaits(LONGEST);
    for (int i = 0; i < 10; i++) {
      var _ = api.ask(MOOD, 3).fine();
    }
    var _ =
        api.post(
                "/api/v1/recommendations",
                "{\"mood\":\"" + MOOD + "\",\"limit\":3,\"explain\":true}")
            .fine();
  }

  private static PhotographedPage photo() {
    return new PhotographedPage(
        "IMG_2202.jpg",
        DAY,
        "11 January 2022",
        "Still snowing. We read to each other until the lamp went out.",
        Format.JPEG,
        Optional.empty(),
        1);
  }

  private static List<Path> dashboards() throws IOException {
    try (Stream<Path> files = Files.list(DEPLOY.resolve("grafana/dashboards"))) {
      return files.sorted().toList();
    }
  }

  private static List<String> emptyPanels(RunningPrometheus prometheus, Path file)
      throws IOException, InterruptedException {
    List<String> empty = new ArrayList<>();
    JsonNode dashboard = Api.JSON.readTree(file.toFile());
    for (JsonNode panel : dashboard.path("panels")) {
      for (JsonNode target : panel.path("targets")) {
        String query = target.path("expr").asText().replace("$__rate_interval", "2m");
        if (prometheus.values(query).stream().allMatch(value -> value.isNaN())) {
          empty.add(file.getFileName() + ", " + panel.path("title").asText() + ": " + query);
        }
      }
    }
    return empty;
  }

  /// What a program says when it fails; nothing if it does not.
  private static String complaint(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    boolean ended = process.waitFor(1, TimeUnit.MINUTES);
    return ended && process.exitValue() == 0 ? "" : said;
  }
}
