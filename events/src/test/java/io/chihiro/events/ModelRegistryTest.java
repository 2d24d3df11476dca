package io.chihiro.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.ModelRegistry.Version;
import io.chihiro.events.ModelTrained.Kept;
import io.chihiro.events.ModelTrained.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ModelRegistryTest {
  private static final Instant MONDAY = Instant.parse("2026-11-16T02:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-11-17T02:00:00Z");
  private static final Version BASE = new Version("base", "b");

  @Test
  void whatServesSinceTheLatestAnswersThoseWhoNameNoModel() {
    var registry =
        registry(model("base", "b", MONDAY, "b"), model("sbert", "2", TUESDAY, "2", "1"));

    assertEquals(
        List.of(new Version("sbert", "2"), new Version("sbert", "1"), BASE), registry.order());
  }

  @Test
  void aRollbackToTheBaseIsOneRecordOfTheBase() {
    var registry =
        registry(model("base", "b", TUESDAY, "b"), model("sbert", "2", MONDAY, "2", "1"));

    assertEquals(BASE, registry.order().getFirst());
  }

  @Test
  void aRollbackToAnOlderVersionIsOneRecordOfTheModel() {
    var registry = registry(model("sbert", "1", TUESDAY, "2", "1"));

    assertEquals(List.of(new Version("sbert", "1"), new Version("sbert", "2")), registry.order());
    assertEquals(Optional.of(new Version("sbert", "1")), registry.named("sbert"));
  }

  @Test
  void aModelThatNeverServedAllAnswersThoseWhoNameIt() {
    var registry = registry(model("base", "b", MONDAY, "b"), named("vae", Kind.DENSE, "7"));

    assertEquals(List.of(BASE), registry.order());
    assertEquals(List.of(BASE, new Version("vae", "7")), registry.wanted());
    assertEquals(Optional.of(new Version("vae", "7")), registry.named("vae"));
    assertEquals(Optional.empty(), registry.named("tfidf"));
  }

  @Test
  void whatServesAndWhatIsKeptIsHeld() {
    var registry =
        registry(model("sbert", "2", TUESDAY, "2", "1"), named("tastes", Kind.SONGS, "7"));

    assertTrue(registry.holds("sbert", "1"));
    assertTrue(registry.holds("tastes", "7"));
    assertFalse(registry.holds("tastes", "1"));
    assertFalse(registry.holds("vae", "7"));
  }

  @Test
  void whatReadsQuestionsAboutLinesIsOpenedAndNeedsNoVectors() {
    var registry = registry(named("lines", Kind.LINES, "1"), named("vae", Kind.DENSE, "7"));

    assertEquals(List.of(new Version("vae", "7")), registry.wanted());
    assertEquals(Optional.of(new Version("lines", "1")), registry.ofLines());
    assertEquals(List.of(new Version("vae", "7"), new Version("lines", "1")), registry.encoders());
    assertEquals(List.of(), registry.order());
  }

  @Test
  void whatReadsNoTextNeedsNoVectors() {
    var registry = registry(named("tfidf", Kind.TFIDF, "1"), named("era-prior", Kind.PRIOR, "1"));

    assertEquals(List.of(), registry.wanted());
    assertEquals(Optional.of(new Version("tfidf", "1")), registry.named("tfidf"));
  }

  @Test
  void aRecordOfAnOlderWriterAnswersThoseWhoNameItAndNobodyElse() {
    var older =
        new ModelTrained("base", "b", "built-in", MONDAY, Map.of(), true, "It is the only one.");
    var registry = registry(older, model("sbert", "1", TUESDAY, "1"));

    assertEquals(List.of(new Version("sbert", "1")), registry.order());
    assertEquals(List.of(new Version("sbert", "1"), BASE), registry.wanted());
  }

  private static ModelRegistry registry(ModelTrained... models) {
    return ModelRegistry.of(List.of(models));
  }

  private static ModelTrained model(String name, String serving, Instant since, String... kept) {
    return model(name, Kind.ENCODER, serving, Optional.of(since), kept);
  }

  private static ModelTrained named(String name, Kind kind, String version) {
    return model(name, kind, version, Optional.empty(), version);
  }

  private static ModelTrained model(
      String name, Kind kind, String serving, Optional<Instant> since, String... kept) {
    return new ModelTrained(
        name,
        kept[0],
        name + "/" + kept[0],
        MONDAY,
        Map.of(),
        true,
        "It is better.",
        kind,
        Optional.of(serving),
        since,
        false,
        Stream.of(kept).map(version -> new Kept(version, name + "/" + version, MONDAY)).toList());
  }
}
