package io.chihiro.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import io.chihiro.local.EmbeddedBroker;
import io.chihiro.local.Ports;
import io.chihiro.local.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A real image of one service, laid on a base that the test makes, since no registry is asked.
///
/// It is read as an engine reads it, and what lies in it is run by its own command.
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class BuiltImageIT {
  private static final Service SERVICE = Service.INGEST;
  private static final String TOKEN = "0123456789abcdef0123456789abcdef";

  @TempDir static Path folder;

  private static ImageTar image;

  @BeforeAll
  static void build() throws Exception {
    Path marker = Files.writeString(folder.resolve("marker"), "the base");
    Path base = folder.resolve("base.tar");
    var _ =
        Jib.fromScratch()
            .addLayer(List.of(marker), AbsoluteUnixPath.get("/etc"))
            .addEnvironmentVariable("PATH", "/opt/java/openjdk/bin")
            .containerize(containerizer(base, "base"));
    image = ImageTar.open(built(base, "first"), folder.resolve("unpacked"));
  }

  @Test
  void itHasTheNameThatComposeAndKubernetesKnow() {
    assertEquals("chihiro/ingest-service:test", image.manifest().at("/RepoTags/0").asText());
  }

  @Test
  void itStandsOnItsBaseInFourLayers() {
    assertEquals(1 + 4, image.manifest().path("Layers").size());
    assertTrue(image.entries().containsKey("/etc/marker"));
    assertTrue(strings("/config/Env").contains("PATH=/opt/java/openjdk/bin"));
  }

  @Test
  void itRunsAsNobodyAndOwnsItsHomeAlone() {
    assertEquals("1000:1000", image.config().at("/config/User").asText());
    assertEquals("/data", image.config().at("/config/WorkingDir").asText());
    for (String own : List.of("/data", "/keys")) {
      TarArchiveEntry entry = Objects.requireNonNull(image.entries().get(own));
      assertEquals(1000, entry.getLongUserId());
      assertEquals(0700, entry.getMode() & 0777);
    }
    image.entries().entrySet().stream()
        .filter(each -> each.getKey().startsWith("/app"))
        .forEach(each -> assertEquals(0, each.getValue().getLongUserId(), each.getKey()));
  }

  @Test
  void itSaysItsPortAndItsProcessor() {
    assertTrue(image.config().at("/config/ExposedPorts").has("8082/tcp"));
    assertEquals("amd64", image.config().path("architecture").asText());
    assertEquals("linux", image.config().path("os").asText());
  }

  @Test
  void theSameFilesGiveTheSameImage() throws Exception {
    Path again = built(folder.resolve("base.tar"), "second");

    ImageTar second = ImageTar.open(again, folder.resolve("again"));
    assertEquals(image.manifest(), second.manifest());
  }

  @Test
  void whatLiesInItRunsByItsOwnCommand() throws Exception {
    Path data = Files.createDirectories(folder.resolve("data"));
    int port = Ports.free().ingest();
    try (EmbeddedBroker broker = EmbeddedBroker.startAnywhere(folder.resolve("broker"))) {
      Process service = start(data, broker.bootstrapServers(), port);
      try {
        awaitReady(service, port);
      } finally {
        service.destroy();
        assertTrue(service.waitFor(60, TimeUnit.SECONDS), "it does not end");
      }
    }
    assertTrue(Files.isDirectory(data.resolve("ingest/streams")), "its state lies in its home");
  }

  private static Path built(Path base, String name) throws Exception {
    Path place = folder.resolve(name);
    String file =
        new BuildImages(DeployFiles.ROOT.normalize(), place, "test", "tar:" + base, "tar")
            .build(SERVICE, Architecture.AMD64);
    return Path.of(file);
  }

  private static Containerizer containerizer(Path file, String name) throws Exception {
    return Containerizer.to(TarImage.at(file).named(name))
        .setBaseImageLayersCache(folder.resolve("cache"))
        .setApplicationLayersCache(folder.resolve("cache"));
  }

  private static Process start(Path data, String broker, int port) throws IOException {
    List<String> command = new ArrayList<>();
    for (String each : strings("/config/Entrypoint")) {
      command.add(
          each.replace("/app/", image.files().resolve("app") + "/").replace("=/data", "=" + data));
    }
    command.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ProcessBuilder service = new ProcessBuilder(command).directory(data.toFile());
    service.environment().clear();
    for (String each : strings("/config/Env")) {
      int equals = each.indexOf('=');
      String value = each.substring(equals + 1).replace("/data", data.toString());
      service.environment().put(each.substring(0, equals), value);
    }
    Path token = Files.writeString(folder.resolve("token"), TOKEN);
    service
        .environment()
        .putAll(
            Map.of(
                "CHIHIRO_BROKER", broker,
                "CHIHIRO_TOKEN_FILE", token.toString(),
                "CHIHIRO_SERVICE_TOKEN_FILE", token.toString(),
                "QUARKUS_HTTP_PORT", Integer.toString(port)));
    return service
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("service.log").toFile())
        .start();
  }

  private static void awaitReady(Process service, int port) throws Exception {
    URI ready = URI.create("http://127.0.0.1:" + port + "/q/health/ready");
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (true) {
        if (service.waitFor(200, TimeUnit.MILLISECONDS)) {
          throw new AssertionError(Files.readString(folder.resolve("service.log")));
        }
        if (answer(client, ready) == 200) {
          return;
        }
      }
    }
  }

  private static int answer(HttpClient client, URI address) throws InterruptedException {
    try {
      return client
          .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
          .statusCode();
    } catch (IOException _) {
      return 0;
    }
  }

  private static List<String> strings(String pointer) {
    return image.config().at(pointer).valueStream().map(each -> each.asText()).toList();
  }
}
