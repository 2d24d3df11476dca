package io.chihiro.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.local.Service;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Prometheus looks where the services are, and calls them by their names, wherever they run.
class ScrapingTest {
  @Test
  void inComposeByTheirNames() {
    Map<String, String> found = new TreeMap<>();
    for (JsonNode each : job("compose.yml").path("static_configs")) {
      found.put(each.at("/labels/service").asText(), each.at("/targets/0").asText());
    }

    Map<String, String> wanted = new TreeMap<>();
    for (Service service : Service.values()) {
      wanted.put(service.title(), service.title() + ":" + KnownSettings.of(service).port());
    }
    assertEquals(wanted, found);
  }

  @Test
  void inKubernetesEveryCopyByItsHeadlessService() {
    Kustomization all = Overlays.of("home");
    Pattern named = Pattern.compile(job("kubernetes.yml").at("/relabel_configs/0/regex").asText());
    Map<String, Integer> found = new TreeMap<>();
    for (JsonNode each : job("kubernetes.yml").path("dns_sd_configs")) {
      String name = each.at("/names/0").asText();
      assertEquals("None", all.object("Service", name).at("/spec/clusterIP").asText(), name);
      var label = named.matcher(name);
      assertEquals(true, label.matches(), name);
      found.put(label.group(1), each.path("port").asInt());
    }

    Map<String, Integer> wanted = new TreeMap<>();
    for (Service service : Service.values()) {
      wanted.put(service.title(), KnownSettings.of(service).port());
    }
    assertEquals(wanted, found);
  }

  @Test
  void whatElseIsSaidIsSaidEverywhere() {
    JsonNode here = file("prometheus.yml");
    for (String name : new String[] {"compose.yml", "kubernetes.yml"}) {
      assertEquals(here.path("global"), file(name).path("global"), name);
      assertEquals(here.path("rule_files"), file(name).path("rule_files"), name);
      assertEquals("/q/metrics", job(name).path("metrics_path").asText(), name);
      assertEquals(here.at("/scrape_configs/0/job_name"), job(name).path("job_name"), name);
    }
  }

  @Test
  void grafanasSourcesDifferInTheirAddressAlone() {
    JsonNode here = source("provisioning/datasources/prometheus.yml");
    JsonNode inside = source("containers/prometheus.yml");

    assertEquals(here.path("uid"), inside.path("uid"));
    assertEquals(here.path("jsonData"), inside.path("jsonData"));
    assertEquals("http://prometheus:9090", inside.path("url").asText());
  }

  private static JsonNode source(String file) {
    return DeployFiles.yaml(DeployFiles.DEPLOY.resolve("grafana").resolve(file))
        .at("/datasources/0");
  }

  private static JsonNode job(String name) {
    return file(name).at("/scrape_configs/0");
  }

  private static JsonNode file(String name) {
    return DeployFiles.yaml(DeployFiles.DEPLOY.resolve("prometheus").resolve(name));
  }
}
