package io.chihiro.ocr.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.chihiro.events.EnginesChosen;
import io.chihiro.events.Vocabulary;
import io.chihiro.keys.Unsealed;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineSettingsTest {
  private static final EnginesChosen NOTHING = EnginesChosen.nothing("owner");
  private static final Map<String, String> OLLAMA =
      Map.of(
          "CHIHIRO_OCR_VISION_BASE_URL", "http://127.0.0.1:11434",
          "CHIHIRO_OCR_VISION_MODEL", "qwen3-vl:8b");

  @TempDir private Path folder;

  @Test
  void withoutSettingsTheEmbeddedEngineIsAlone() {
    var settings = settings(Map.of("CHIHIRO_OCR_URL", "http://127.0.0.1:8081"));
    assertEquals(List.of(Engines.PADDLE), order(settings, NOTHING));
    assertEquals(2, settings.paddle().threads());
    assertEquals(Duration.ofSeconds(90), settings.vision().timeout());
    assertEquals(5, settings.remote().workers());
    assertEquals(List.of(11434, 1234, 8000, 8080), settings.vision().ports());
  }

  @Test
  void aConfiguredServerIsAskedFirst() {
    var settings = settings(OLLAMA);
    assertEquals(List.of(Engines.VISION, Engines.PADDLE), order(settings, NOTHING));
    assertEquals(
        Optional.of(
            new VisionSettings(
                URI.create("http://127.0.0.1:11434"),
                "qwen3-vl:8b",
                Optional.empty(),
                Duration.ofSeconds(90))),
        settings.vision().server());
  }

  @Test
  void theOrderOfTheSettingsHoldsForWhoeverHasChosenNone() {
    var settings = settings(Map.of("CHIHIRO_OCR_CHAIN", "paddle,vision"));
    assertEquals(List.of(Engines.PADDLE, Engines.VISION), order(settings, NOTHING));
    assertEquals(List.of(Engines.PADDLE), order(settings, chosen(List.of("paddle"))));
  }

  @Test
  void halfAServerIsNotAskedAndSaysWhatIsMissing() throws Exception {
    var settings = settings(Map.of("CHIHIRO_OCR_VISION_MODEL", "qwen3-vl:8b"));
    try (var room = room(settings)) {
      var read = room.chain(chosen(List.of("vision"))).read(page());
      assertEquals(
          new Reading.NotAsked(
              "chihiro.ocr.vision.base-url and chihiro.ocr.vision.model must both be set."),
          read.reading());
      assertEquals("not asked", read.attempts().getFirst().outcome());
    }
  }

  @Test
  void aConfirmedServerComesBeforeThatOfTheSettingsAndIsNotToldItsKey() {
    var environment = new HashMap<>(OLLAMA);
    environment.put("CHIHIRO_OCR_VISION_KEY", "hush");
    try (var room = room(settings(environment))) {
      assertEquals(Optional.of("hush"), room.server(NOTHING).orElseThrow().key());
      var other = room.server(confirmed("http://127.0.0.1:1234", "other")).orElseThrow();
      assertEquals(URI.create("http://127.0.0.1:1234"), other.baseUrl());
      assertEquals(Optional.empty(), other.key());
      var same = room.server(confirmed("http://127.0.0.1:11434", "other")).orElseThrow();
      assertEquals(Optional.of("hush"), same.key());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:11434",
        "http://127.0.0.1:11434/",
        "http://127.0.0.1:11434/v1",
        "http://127.0.0.1:11434/v1/"
      })
  void theBaseUrlMayEndWithItsVersion(String base) {
    var server = server(URI.create(base));
    assertEquals(URI.create("http://127.0.0.1:11434/v1/chat/completions"), server.completions());
  }

  @Test
  void anotherSchemeIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> server(URI.create("file:///etc")));
  }

  @Test
  void theKeyIsNotPrinted() {
    assertFalse(server(URI.create("https://example.org")).toString().contains("hush"));
  }

  private static VisionSettings server(URI base) {
    return new VisionSettings(base, "model", Optional.of("hush"), Duration.ofSeconds(1));
  }

  private List<Engines> order(EngineSettings settings, EnginesChosen chosen) {
    try (var room = room(settings)) {
      return room.order(chosen);
    }
  }

  private EngineRoom room(EngineSettings settings) {
    return new EngineRoom(
        settings, new KeptAnswers(folder, new Unsealed(), InstantSource.system()));
  }

  private static EnginesChosen chosen(List<String> chain) {
    return new EnginesChosen(
        "owner",
        chain,
        List.of(),
        Optional.empty(),
        EnginesChosen.MONTHLY_PAGES,
        EnginesChosen.Prices.UNKNOWN,
        Vocabulary.NONE);
  }

  private static EnginesChosen confirmed(String baseUrl, String model) {
    return new EnginesChosen(
        "owner",
        List.of(),
        List.of(),
        Optional.of(new EnginesChosen.Server(baseUrl, model)),
        EnginesChosen.MONTHLY_PAGES,
        EnginesChosen.Prices.UNKNOWN,
        Vocabulary.NONE);
  }

  private static PageToRead page() {
    return new PageToRead("owner", "ab", new InMemoryImage(), () -> false);
  }

  static EngineSettings settings(Map<String, String> environment) {
    return new SmallRyeConfigBuilder()
        .withMapping(EngineSettings.class)
        .withSources(new EnvConfigSource(environment, 300))
        .addDiscoveredConverters()
        .build()
        .getConfigMapping(EngineSettings.class);
  }
}
