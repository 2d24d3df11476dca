package io.chihiro.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.door.RefusedException;
import io.chihiro.events.ModelRegistry;
import io.chihiro.events.ModelTrained;
import io.chihiro.events.ModelTrained.Kept;
import io.chihiro.events.ModelTrained.Kind;
import io.chihiro.models.InMemoryModels;
import io.chihiro.models.SentenceEncoder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ServedLinesTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final String BASE = SentenceEncoder.VERSION_INT8;

  private final InMemoryModels store = new InMemoryModels();
  private final QueryEncoders encoders =
      new QueryEncoders(new ClosableEncoder("base"), store, InstantSource.fixed(NOW));
  private ModelRegistry registry = ModelRegistry.of(List.of());
  private final ServedLines lines = new ServedLines(() -> registry, encoders);

  @Test
  void theBaseReadsUntilAVersionIsPromoted() {
    assertEquals(BASE, lines.of("owner", null).version());
    assertEquals(BASE, lines.of("owner", "base").version());

    store.put("lines", "lines-1", () -> new ClosableEncoder("lines-1"));
    tell(Optional.of("lines-1"), "It is better.");

    assertEquals("lines-1", lines.of("owner", null).version());
    assertEquals("lines-1", lines.of("owner", null).encoder().version());
    assertEquals("lines-1", lines.of("owner", "lines").version());
    assertEquals(BASE, lines.of("owner", "base").version());
  }

  @Test
  void itAnswersWhoseAnnotationsItLearnedFromAndNobodyElse() {
    store.put("lines", "lines-1", () -> new ClosableEncoder("lines-1"));
    tell(Optional.of("lines-1"), "It is better.");

    assertEquals(BASE, lines.of("haku", null).version());
    assertEquals(403, refused("haku", "lines").status());
  }

  @Test
  void whatIsNotPromotedSaysWhyAndTheBaseAnswers() {
    assertTrue(refused("owner", "lines").detail().contains("import some"));

    tell(Optional.empty(), "lines is not promoted: it may be chance.");

    RefusedException refused = refused("owner", "lines");
    assertEquals(409, refused.status());
    assertTrue(refused.detail().contains("it may be chance"), refused.detail());
    assertEquals(BASE, lines.of("owner", null).version());
  }

  @Test
  void aBrokenVersionIsNamedAndTheBaseGoesOn() {
    tell(Optional.of("lines-1"), "It is better.");

    assertEquals(BASE, lines.of("owner", null).version());
    assertTrue(encoders.problem().orElseThrow().contains("lines-1"));
    assertTrue(refused("owner", "lines").detail().contains("lines-1"));

    store.put("lines", "lines-1", () -> new ClosableEncoder("lines-1"));
    lines.settle();
    assertEquals("lines-1", lines.of("owner", null).version());
    assertEquals(Optional.empty(), encoders.problem());
  }

  @Test
  void aVersionIsKeptOpenBesideThoseThatAnswerMoods() {
    ClosableEncoder tuned = new ClosableEncoder("lines-1");
    store.put("lines", "lines-1", () -> tuned);
    tell(Optional.of("lines-1"), "It is better.");

    encoders.keepOnly(registry.encoders());
    encoders.closeRetired();

    assertEquals(List.of(), registry.wanted(), "days have no vectors under it");
    assertFalse(tuned.closed());
    assertEquals("lines-1", lines.of("owner", null).version());
  }

  @Test
  void aModelThatNobodyKnowsIsRefused() {
    assertEquals(400, refused("owner", "sbert").status());
  }

  private RefusedException refused(String user, @Nullable String model) {
    return assertThrows(RefusedException.class, () -> lines.of(user, model));
  }

  private void tell(Optional<String> serving, String reason) {
    ModelTrained told =
        new ModelTrained(
            "lines",
            "lines-1",
            "lines/lines-1",
            NOW,
            Map.of(),
            serving.isPresent(),
            reason,
            Kind.LINES,
            serving,
            Optional.empty(),
            false,
            serving.map(each -> new Kept(each, "lines/" + each, NOW)).stream().toList());
    registry = ModelRegistry.of(List.of(told));
    lines.settle();
  }
}
