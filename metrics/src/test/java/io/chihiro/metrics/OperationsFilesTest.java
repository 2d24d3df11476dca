package io.chihiro.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Dashboards, rules and provisioning speak of what there is.
class OperationsFilesTest {
  private static final String DATASOURCE = "chihiro-prometheus";

  @Test
  void aQueryNamesItsMetricsAndNothingElse() {
    assertEquals(
        Set.of("chihiro_answer_seconds_bucket"),
        MetricNames.of(
            "histogram_quantile(0.99, sum by (le, service)"
                + " (rate(chihiro_answer_seconds_bucket{explained=\"no\"}[$__rate_interval]))) > 5e3"));
    assertEquals(
        Set.of("chihiro_home_free_bytes", "up"),
        MetricNames.of("chihiro_home_free_bytes < 2 * 1024 ^ 3 and on (service) (up offset 10m)"));
  }

  @Test
  void everyPanelAsksForWhatThereIsAndSaysWhatItShows() throws IOException {
    for (Path file : OperationsFiles.dashboards()) {
      JsonNode dashboard = OperationsFiles.json(file);
      assertFalse(dashboard.path("title").asText().isBlank(), file.toString());
      assertFalse(dashboard.path("panels").isEmpty(), file.toString());
      for (JsonNode panel : dashboard.path("panels")) {
        assertReadable(file.getFileName() + ": " + panel.path("title").asText(), panel);
      }
    }
  }

  private static void assertReadable(String name, JsonNode panel) {
    assertFalse(panel.path("title").asText().isBlank(), name);
    assertFalse(panel.path("description").asText().isBlank(), name + " has no description");
    assertFalse(
        panel.path("fieldConfig").path("defaults").path("unit").asText().isBlank(),
        name + " has no unit");
    assertFalse(panel.path("targets").isEmpty(), name + " asks nothing");
    for (JsonNode target : panel.path("targets")) {
      assertEquals(DATASOURCE, target.path("datasource").path("uid").asText(), name);
      assertFalse(target.path("legendFormat").asText().isBlank(), name + " has no legend");
      assertKnown(name, target.path("expr").asText());
    }
  }

  @Test
  void idsOfPanelsAndDashboardsAreUnique() throws IOException {
    Set<String> dashboards = new TreeSet<>();
    for (Path file : OperationsFiles.dashboards()) {
      JsonNode dashboard = OperationsFiles.json(file);
      assertTrue(dashboards.add(dashboard.path("uid").asText()), file.toString());
      List<Integer> ids =
          dashboard.path("panels").valueStream().map(panel -> panel.path("id").asInt()).toList();
      assertEquals(ids.size(), ids.stream().distinct().count(), file.toString());
    }
  }

  @Test
  void everyAlertAsksForWhatThereIsAndSaysWhatToDo() throws IOException {
    for (JsonNode alert : OperationsFiles.alerts().toList()) {
      String name = alert.path("alert").asText();
      assertKnown(name, alert.path("expr").asText());
      assertTrue(
          Set.of("warning", "critical").contains(alert.path("labels").path("severity").asText()),
          name);
      assertFalse(alert.path("annotations").path("summary").asText().isBlank(), name);
      assertFalse(alert.path("annotations").path("description").asText().isBlank(), name);
    }
  }

  @Test
  void everyAlertHasACaseInWhichItFiresAndOneInWhichItDoesNot() throws IOException {
    JsonNode tests = OperationsFiles.yaml(OperationsFiles.PROMETHEUS.resolve("rules.test.yml"));
    List<JsonNode> cases = new ArrayList<>();
    tests.path("tests").forEach(test -> test.path("alert_rule_test").forEach(cases::add));
    for (JsonNode alert : OperationsFiles.alerts().toList()) {
      String name = alert.path("alert").asText();
      Set<Boolean> fires =
          cases.stream()
              .filter(each -> each.path("alertname").asText().equals(name))
              .map(each -> !each.path("exp_alerts").isEmpty())
              .collect(Collectors.toSet());
      assertEquals(Set.of(true, false), fires, name);
    }
    for (JsonNode test : tests.path("tests")) {
      test.path("input_series")
          .forEach(series -> assertKnown("rules.test.yml", series.path("series").asText()));
    }
  }

  @Test
  void everyServiceIsScrapedOnThisMachineAlone() throws IOException {
    JsonNode config = OperationsFiles.yaml(OperationsFiles.PROMETHEUS.resolve("prometheus.yml"));
    Set<String> services = new TreeSet<>();
    for (JsonNode target : config.path("scrape_configs").path(0).path("static_configs")) {
      services.add(target.path("labels").path("service").asText());
      assertTrue(target.path("targets").path(0).asText().startsWith("127.0.0.1:"));
    }
    assertEquals(
        Set.of(Service.values()).stream().map(Service::title).collect(Collectors.toSet()),
        services);
  }

  @Test
  void grafanaFindsPrometheusAndTheDashboards() throws IOException {
    Path provisioning = OperationsFiles.GRAFANA.resolve("provisioning");
    JsonNode source =
        OperationsFiles.yaml(provisioning.resolve("datasources/prometheus.yml"))
            .path("datasources")
            .path(0);
    assertEquals(DATASOURCE, source.path("uid").asText());
    assertEquals("http://127.0.0.1:9090", source.path("url").asText());
    Optional<JsonNode> provider =
        OperationsFiles.yaml(provisioning.resolve("dashboards/chihiro.yml"))
            .path("providers")
            .valueStream()
            .findFirst();
    assertEquals("file", provider.orElseThrow().path("type").asText());
  }

  private static void assertKnown(String where, String query) {
    Set<String> names = MetricNames.of(query);
    assertFalse(names.isEmpty(), where + " names no metric: " + query);
    names.forEach(name -> assertTrue(MetricNames.known(name), where + " names " + name));
  }
}
