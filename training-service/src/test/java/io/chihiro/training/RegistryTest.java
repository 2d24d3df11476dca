package io.chihiro.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.ModelTrained;
import io.chihiro.events.ModelTrained.Kept;
import io.chihiro.events.ModelTrained.Kind;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.training.Registry.Judged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegistryTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final List<ModelTrained> records = new ArrayList<>();

  @Test
  void aPromotedVersionServesAndTheOneBeforeIsKept() {
    train("sbert-1", true);
    train("sbert-2", true);

    assertEquals("sbert-2", registry().servingNow().version());
    assertEquals(List.of("sbert-2", "sbert-1"), kept());
  }

  @Test
  void aRefusedVersionIsToldAndChangesNothingElse() {
    train("sbert-1", true);
    train("sbert-2", false);

    ModelTrained told = registry().find("sbert").orElseThrow();
    assertEquals("sbert-2", told.version());
    assertEquals("because", told.reason());
    assertEquals("sbert-1", registry().servingNow().version());
    assertEquals(List.of("sbert-1"), kept());
  }

  @Test
  void countedWordsAnswerWhoeverNamesThemAndNobodyElse() {
    put(registry().after(judged("tfidf", "tfidf-1", Kind.TFIDF, false), NOW));

    assertEquals(Optional.of("tfidf-1"), registry().find("tfidf").orElseThrow().serving());
    assertEquals(SentenceEncoder.VERSION, registry().servingNow().version());
  }

  @Test
  void whatIsAskedAboutSongsAnswersOnceItIsPromotedAndNeverMoods() {
    put(registry().after(judged("company", "company-1", Kind.SONGS, false), NOW));
    assertEquals(Optional.empty(), registry().find("company").orElseThrow().serving());

    put(registry().after(judged("company", "company-2", Kind.SONGS, true), NOW));
    put(registry().after(judged("company", "company-3", Kind.SONGS, false), NOW));

    ModelTrained company = registry().find("company").orElseThrow();
    assertEquals("company-3", company.version());
    assertEquals(Optional.of("company-2"), company.serving());
    assertEquals(List.of("company-2"), company.kept().stream().map(Kept::version).toList());
    assertEquals(Optional.empty(), company.servingSince());
    assertEquals(SentenceEncoder.VERSION, registry().servingNow().version());
    assertTrue(registry().rollback(NOW).isEmpty());
  }

  @Test
  void whatReadsQuestionsAboutLinesAnswersOnceItIsPromotedAndNeverMoods() {
    put(registry().after(judged("lines", "lines-1", Kind.LINES, true), NOW));

    assertEquals(Optional.of("lines-1"), registry().find("lines").orElseThrow().serving());
    assertEquals(SentenceEncoder.VERSION, registry().servingNow().version());
  }

  @Test
  void whatIsAskedAboutSongsIsPromotedBesideAPinnedEncoder() {
    train("sbert-1", true);
    pin("sbert-1");
    put(registry().after(judged("company", "company-1", Kind.SONGS, true), NOW));

    assertEquals(Optional.of("company-1"), registry().find("company").orElseThrow().serving());
    assertEquals("because", registry().find("company").orElseThrow().reason());
  }

  @Test
  void whatIsAskedAboutSongsIsPinnedForItselfAlone() {
    put(registry().after(judged("company", "company-1", Kind.SONGS, false), NOW));
    ModelTrained company = registry().find("company").orElseThrow();
    put(registry().pin(company, "company-1", "company/company-1", NOW, NOW));
    put(registry().after(judged("company", "company-2", Kind.SONGS, true), NOW));
    train("sbert-1", true);

    ModelTrained told = registry().find("company").orElseThrow();
    assertEquals(Optional.of("company-1"), told.serving());
    assertTrue(told.reason().endsWith("company-1 is pinned and goes on serving."), told.reason());
    assertEquals("sbert-1", registry().servingNow().version());

    put(Registry.unpin(told));
    put(registry().after(judged("company", "company-3", Kind.SONGS, true), NOW));
    assertEquals(Optional.of("company-3"), registry().find("company").orElseThrow().serving());
    assertEquals("sbert-1", registry().servingNow().version());
  }

  @Test
  void aModelWithoutItsNewestVersionIsWhatIsLeftOfIt() {
    train("sbert-1", true);
    train("sbert-2", true);

    put(Registry.without(registry().find("sbert").orElseThrow(), "sbert-2"::equals).orElseThrow());

    ModelTrained left = registry().find("sbert").orElseThrow();
    assertEquals("sbert-1", left.version());
    assertEquals(List.of("sbert-1"), kept());
    assertEquals(Optional.empty(), left.serving());
    assertEquals(SentenceEncoder.VERSION, registry().servingNow().version());
  }

  @Test
  void anOlderVersionMayGoWhileTheNewestServes() {
    train("sbert-1", true);
    train("sbert-2", true);

    put(Registry.without(registry().find("sbert").orElseThrow(), "sbert-1"::equals).orElseThrow());

    assertEquals(List.of("sbert-2"), kept());
    assertEquals("sbert-2", registry().servingNow().version());
  }

  @Test
  void ofAModelWithoutVersionsNothingIsTold() {
    train("sbert-1", true);

    assertEquals(
        Optional.empty(), Registry.without(registry().find("sbert").orElseThrow(), _ -> true));
  }

  @Test
  void nothingIsPromotedOverAPinnedVersion() {
    train("sbert-1", true);
    pin("sbert-1");
    train("sbert-2", true);

    assertEquals("sbert-1", registry().servingNow().version());
    assertTrue(registry().find("sbert").orElseThrow().reason().contains("sbert-1 is pinned"));
    assertEquals(List.of("sbert-2", "sbert-1"), kept());

    put(Registry.unpin(registry().find("sbert").orElseThrow()));
    train("sbert-3", true);
    assertEquals("sbert-3", registry().servingNow().version());
  }

  @Test
  void aRefusedVersionServesOnceItsOwnerPinsIt() {
    train("sbert-1", true);
    train("sbert-2", false);
    pin("sbert-2");

    assertEquals("sbert-2", registry().servingNow().version());
    assertTrue(kept().contains("sbert-1"));
  }

  @Test
  void rollingBackGoesFromVersionToVersionAndAtLastToTheBase() {
    train("sbert-1", true);
    train("sbert-2", true);

    rollback();
    assertEquals("sbert-1", registry().servingNow().version());
    rollback();
    assertEquals(SentenceEncoder.VERSION, registry().servingNow().version());
    assertTrue(registry().rollback(NOW).isEmpty());
  }

  @Test
  void whatServesIsKeptHoweverManyVersionsFollow() {
    train("sbert-1", true);
    pin("sbert-1");
    for (int i = 2; i < 7; i++) {
      train("sbert-" + i, true);
    }

    assertEquals(3, kept().size());
    assertTrue(kept().containsAll(List.of("sbert-1", "sbert-6")));
  }

  @Test
  void measuringTheBaseAgainDoesNotUnpinIt() throws InterruptedException {
    ModelTrained base = base();
    put(base);
    Instant later = NOW.plusSeconds(100);
    put(registry().pin(base, SentenceEncoder.VERSION, "built-in", NOW, later));
    put(registry().measuredAgain(base()));

    assertTrue(registry().find(SentenceEncoder.NAME).orElseThrow().pinned());
    assertEquals(
        Optional.of(later), registry().find(SentenceEncoder.NAME).orElseThrow().servingSince());
    assertFalse(base.pinned());
  }

  private void train(String version, boolean promoted) {
    put(registry().after(judged("sbert", version, Kind.ENCODER, promoted), at(version)));
  }

  private void pin(String version) {
    Registry registry = registry();
    ModelTrained model = registry.find("sbert").orElseThrow();
    put(registry.pin(model, version, "sbert/" + version, at(version), NOW.plusSeconds(50)));
  }

  private void rollback() {
    put(registry().rollback(NOW.plusSeconds(60)).orElseThrow());
  }

  private void put(ModelTrained model) {
    records.removeIf(each -> each.name().equals(model.name()));
    records.add(model);
  }

  private Registry registry() {
    return new Registry(List.copyOf(records), 3);
  }

  private List<String> kept() {
    return registry().find("sbert").orElseThrow().kept().stream().map(Kept::version).toList();
  }

  private static Judged judged(String name, String version, Kind kind, boolean promoted) {
    return new Judged(
        name, version, name + "/" + version, at(version), kind, Map.of(), promoted, "because");
  }

  private static Instant at(String version) {
    return NOW.plusSeconds(version.charAt(version.length() - 1));
  }

  private static ModelTrained base() throws InterruptedException {
    return EncoderReport.of(List.of(), 20, NOW);
  }
}
