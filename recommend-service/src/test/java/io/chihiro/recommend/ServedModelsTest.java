package io.chihiro.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.door.RefusedException;
import io.chihiro.events.ModelRegistry;
import io.chihiro.events.Moment;
import io.chihiro.events.Wire;
import io.chihiro.models.InMemoryEncoder;
import io.chihiro.models.InMemoryModels;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.TextEncoder;
import io.chihiro.recommend.ServedModels.Askable;
import io.chihiro.recommend.index.DayChange;
import io.chihiro.recommend.index.DayChange.Half;
import io.chihiro.recommend.index.EncodedDays;
import io.chihiro.recommend.index.InMemoryDays;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServedModelsTest {
  private static final String BASE = SentenceEncoder.VERSION;
  private static final List<Moment> MOMENTS = EncodedDays.moments(12);

  private final InMemoryDays store = new InMemoryDays();
  private final HotLives lives = new HotLives(store, 10);
  private final InMemoryModels fitted = new InMemoryModels();
  private final TextEncoder base = new InMemoryEncoder(BASE, 8);
  private Instant now = Instant.parse("2026-11-22T06:30:15Z");
  private final QueryEncoders encoders = new QueryEncoders(base, fitted, () -> now);
  private ModelRegistry registry = ModelRegistry.of(List.of());
  private final ServedModels served = new ServedModels(() -> registry, encoders, lives, () -> now);

  @Test
  void withoutAnyRecordTheVersionThatShipsAnswers() {
    write(MOMENTS, base);

    assertEquals(BASE, serving());
    assertEquals(MOMENTS.size(), served.serving("owner").days().known().days());
  }

  @Test
  void theVersionBeforeAnswersUntilTheNewOneHasEveryDay() {
    write(MOMENTS, base);
    assertEquals(BASE, serving());
    TextEncoder second = promote("2");
    assertEquals(BASE, serving());

    write(MOMENTS.subList(0, 11), second);
    served.settle();
    assertEquals(BASE, serving());

    write(MOMENTS.subList(11, 12), second);
    assertEquals("2", serving());
    assertEquals(second, served.serving("owner").encoder());
  }

  @Test
  void afterAStartTheVersionBeforeAnswersWhileTheNewOneIsNotComplete() {
    write(MOMENTS, base);
    write(MOMENTS, new InMemoryEncoder("1", 8));
    write(MOMENTS.subList(0, 3), new InMemoryEncoder("2", 8));
    var _ = lives.of("owner");
    var _ = promote("2", "1");

    assertEquals("1", serving());
  }

  @Test
  void aVersionThatCannotBeOpenedNeverAnswersAndIsTold() {
    write(MOMENTS, base);
    write(MOMENTS, new InMemoryEncoder("9", 8));
    registry = ModelRegistry.of(List.of(ModelRecords.serving("sbert", now, "9")));
    served.settle();

    assertEquals(BASE, serving());
    assertEquals(
        "Version 9 of sbert is not used: sbert/9/model.json is missing. Answers go on as before.",
        encoders.problem().orElseThrow());
  }

  @Test
  void aBrokenNewVersionLeavesTheOneBeforeServing() {
    write(MOMENTS, base);
    write(MOMENTS, promote("1"));
    served.settle();
    assertEquals("1", serving());

    registry = ModelRegistry.of(List.of(ModelRecords.serving("sbert", now, "9", "1")));
    served.settle();
    assertEquals("1", serving());
  }

  @Test
  void aRollbackSwitchesBackAtOnce() {
    write(MOMENTS, base);
    write(MOMENTS, promote("1"));
    served.settle();
    write(MOMENTS, promote("2", "1"));
    served.settle();
    assertEquals("2", serving());

    registry = ModelRegistry.of(List.of(ModelRecords.serving("sbert", now, "1", "2")));
    served.settle();
    assertEquals("1", serving());
  }

  @Test
  void aModelIsAnsweredByItsNameWhoeverServes() {
    write(MOMENTS, base);
    write(MOMENTS, promote("2"));
    write(MOMENTS, new InMemoryEncoder("7", 8));
    fitted.put("vae", "7", () -> new InMemoryEncoder("7", 8));
    registry =
        ModelRegistry.of(
            List.of(ModelRecords.serving("sbert", now, "2"), ModelRecords.named("vae", now, "7")));
    served.settle();

    assertEquals("2", serving());
    assertEquals("7", served.named("owner", "vae").version());
    assertEquals("2", served.named("owner", "sbert").version());
    assertEquals(BASE, served.named("owner", "base").version());
    assertEquals(
        List.of(
            new Askable("sbert", "2", true),
            new Askable("vae", "7", false),
            new Askable("base", BASE, false)),
        served.askable("owner"));
  }

  @Test
  void aModelThatIsNotReadyForItsAskerSaysSo() {
    write(MOMENTS, base);
    var _ = promote("2");

    var refused = assertThrows(RefusedException.class, () -> served.named("owner", "sbert"));
    assertEquals(503, refused.status());
    assertTrue(refused.detail().startsWith("The model \"sbert\" does not know all of your days"));
  }

  @Test
  void anEncoderIsClosedOnlyWhenNobodyCanBeUsingItAnyMore() {
    ClosableEncoder second = new ClosableEncoder("2");
    fitted.put("sbert", "2", () -> second);
    registry = ModelRegistry.of(List.of(ModelRecords.serving("sbert", now, "2")));
    served.settle();
    registry = ModelRegistry.of(List.of());
    served.settle();

    served.letGo();
    assertFalse(second.closed());
    now = now.plusSeconds(61);
    served.letGo();
    assertTrue(second.closed());
  }

  @Test
  void theServingDaysStayInMemoryAndOthersGo() {
    write(MOMENTS, base);
    assertEquals(BASE, serving());
    write(MOMENTS, promote("2"));
    served.settle();
    assertEquals("2", serving());

    now = now.plusSeconds(3600);
    served.letGo();
    assertTrue(lives.of("owner").holds("2"));
    assertFalse(lives.of("owner").holds(BASE));
    assertEquals(MOMENTS.size(), served.named("owner", "base").days().known().days());
  }

  private TextEncoder promote(String version, String... before) {
    TextEncoder encoder = new InMemoryEncoder(version, 8);
    fitted.put("sbert", version, () -> encoder);
    for (String each : before) {
      fitted.put("sbert", each, () -> new InMemoryEncoder(each, 8));
    }
    registry = ModelRegistry.of(List.of(ModelRecords.serving("sbert", now, version, before)));
    served.settle();
    return encoder;
  }

  private String serving() {
    return served.serving("owner").version();
  }

  private void write(List<Moment> moments, TextEncoder encoder) {
    for (Moment moment : moments) {
      var vectors = EncodedDays.vectors(moment, encoder);
      List<DayChange> changes =
          List.of(
              new DayChange(
                  Half.MOMENT, moment.key(), Optional.of(Wire.write(moment.key(), moment))),
              new DayChange(
                  Half.VECTORS, vectors.key(), Optional.of(Wire.write(vectors.key(), vectors))));
      store.apply(changes, Map.of());
      lives.apply(changes);
    }
  }
}
