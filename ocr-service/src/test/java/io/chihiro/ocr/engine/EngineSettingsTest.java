package io.chihiro.ocr.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineSettingsTest {
  @Test
  void withoutSettingsTheEmbeddedEngineIsAlone() {
    var settings = settings(Map.of("CHIHIRO_OCR_URL", "http://127.0.0.1:8081"));
    assertEquals(List.of(Engines.PADDLE), Engines.chain(settings));
    assertEquals(2, settings.paddle().threads());
    assertEquals(Duration.ofSeconds(90), settings.vision().timeout());
  }

  @Test
  void aConfiguredServerIsAskedFirst() {
    var settings =
        settings(
            Map.of(
                "CHIHIRO_OCR_VISION_BASE_URL", "http://127.0.0.1:11434",
                "CHIHIRO_OCR_VISION_MODEL", "qwen3-vl:8b"));
    assertEquals(List.of(Engines.VISION, Engines.PADDLE), Engines.chain(settings));
    assertEquals(
        new VisionSettings(
            URI.create("http://127.0.0.1:11434"),
            "qwen3-vl:8b",
            Optional.empty(),
            Duration.ofSeconds(90)),
        settings.vision().server());
  }

  @Test
  void theOrderIsTheOwners() {
    var settings = settings(Map.of("CHIHIRO_OCR_CHAIN", "paddle,vision"));
    assertEquals(List.of(Engines.PADDLE, Engines.VISION), Engines.chain(settings));
  }

  @Test
  void halfAServerIsRefusedByNamingTheOtherHalf() {
    var settings = settings(Map.of("CHIHIRO_OCR_VISION_MODEL", "qwen3-vl:8b"));
    var refused = assertThrows(IllegalStateException.class, () -> Engines.VISION.open(settings));
    assertEquals(
        "The engine vision is in the chain, but chihiro.ocr.vision.base-url is not set.",
        refused.getMessage());
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

  private static EngineSettings settings(Map<String, String> environment) {
    return new SmallRyeConfigBuilder()
        .withMapping(EngineSettings.class)
        .withSources(new EnvConfigSource(environment, 300))
        .addDiscoveredConverters()
        .build()
        .getConfigMapping(EngineSettings.class);
  }
}
