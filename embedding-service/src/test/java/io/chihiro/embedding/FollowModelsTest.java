package io.chihiro.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.InMemoryEvents;
import io.chihiro.events.ModelRegistry;
import io.chihiro.events.ModelTrained;
import io.chihiro.events.ModelTrained.Kept;
import io.chihiro.events.ModelTrained.Kind;
import io.chihiro.events.Moment;
import io.chihiro.events.Topics;
import io.chihiro.events.Wire;
import io.chihiro.models.InMemoryEncoder;
import io.chihiro.models.InMemoryModels;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.TextEncoder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class FollowModelsTest {
  private static final LocalDate DAY = LocalDate.of(2024, 3, 5);
  private static final Instant NOW = Instant.parse("2026-11-22T06:30:15Z");
  private static final String BASE = SentenceEncoder.VERSION;
  private static final int DAYS = 20;

  private final InMemoryEvents events = new InMemoryEvents();
  private final InMemoryModels store = new InMemoryModels();
  private final EmbeddedTexts embedded = new EmbeddedTexts();
  private final FreshFirst turns = new FreshFirst();
  private final Encoders encoders = new Encoders(new InMemoryEncoder(BASE, 8), store, 1);
  private final EmbeddingMeters meters = new EmbeddingMeters(new SimpleMeterRegistry());
  private final EmbedDays days = new EmbedDays(events, embedded, meters);
  private final EmbedMoments fresh = new EmbedMoments(encoders, events, embedded, meters, turns);
  private final EmbedAgain again = new EmbedAgain(encoders, days, turns);
  private final List<ConsumerRecord<String, byte[]>> moments = new ArrayList<>();
  private ModelRegistry registry = ModelRegistry.of(List.of());
  private final FollowModels follow =
      new FollowModels(() -> registry, encoders, embedded, days, events, turns, this::everyMoment);

  @Test
  void everyDayIsEmbeddedUnderAVersionThatIsAnnounced() throws Exception {
    live(DAYS);
    announce("1");
    follow.settle();

    assertEquals(DAYS, count(BASE));
    assertEquals(DAYS, count("1"));
    assertEquals(0, follow.left());
  }

  @Test
  void aKillInTheMiddleGoesOnWithWhatIsLeft() throws Exception {
    live(DAYS);
    announce("1");
    var _ = encoders.want(registry.wanted());
    again.take(moments.subList(0, 7), encoders.fitted().getFirst(), () -> true);
    assertEquals(DAYS - 7, follow.left());
    var before = events.all(Topics.VECTORS).get(key(0) + "/1");

    follow.settle();
    assertEquals(DAYS, count("1"));
    assertEquals(before, events.all(Topics.VECTORS).get(key(0) + "/1"));
  }

  @Test
  void aDayThatWasEditedMeanwhileKeepsTheVectorsOfItsNewText() throws Exception {
    live(1);
    var old = moments.getFirst();
    announce("1");
    var _ = encoders.want(registry.wanted());
    fresh.handle(List.of(moment(0, "I wrote this day again.")));
    again.take(List.of(old), encoders.fitted().getFirst(), () -> true);

    var text = "I wrote this day again.";
    var vectors = events.all(Topics.VECTORS);
    assertEquals(
        io.chihiro.events.TextHash.of(text),
        Optional.ofNullable(vectors.get(key(0) + "/1")).orElseThrow().textHash());
  }

  @Test
  void aVersionThatCannotBeReadIsToldAndNothingElseChanges() throws Exception {
    live(DAYS);
    registry = ModelRegistry.of(List.of(sbert("9", "9")));
    follow.settle();

    assertEquals(DAYS, count(BASE));
    assertEquals(0, count("9"));
    assertEquals(0, follow.left());
    assertEquals(
        "Version 9 of sbert is not used: sbert/9/model.json is missing. Answers go on as before.",
        encoders.problem().orElseThrow());
  }

  @Test
  void aVersionThatWasMendedIsOpenedTheNextTime() throws Exception {
    live(DAYS);
    registry = ModelRegistry.of(List.of(sbert("1", "1")));
    follow.settle();
    announce("1");
    follow.settle();

    assertEquals(DAYS, count("1"));
    assertEquals(Optional.empty(), encoders.problem());
  }

  @Test
  void filesThatWereBroughtGoWithTheirVersion() throws Exception {
    announce("1");
    store.brought("sbert", "1");
    follow.settle();
    assertNotNull(store.find("sbert", "1"));

    announce("2");
    follow.settle();
    assertThrows(IllegalStateException.class, () -> store.find("sbert", "1"));
    assertNotNull(store.find("sbert", "2"));
  }

  @Test
  void aVersionThatIsNoLongerKeptLosesItsVectorsAfterTheNewOneHasThemAll() throws Exception {
    live(DAYS);
    announce("1");
    follow.settle();
    announce("2");
    follow.settle();

    assertEquals(DAYS, count("2"));
    assertEquals(0, count("1"));
    assertEquals(DAYS, count(BASE));
    assertEquals(List.of("2"), encoders.fitted().stream().map(TextEncoder::version).toList());
  }

  @Test
  void theVersionBeforeStaysForARollback() throws Exception {
    live(DAYS);
    announce("1");
    follow.settle();
    announce("2", "1");
    follow.settle();

    assertEquals(DAYS, count("1"));
    assertEquals(DAYS, count("2"));
  }

  @Test
  void nothingIsTakenBackWhileTheRecordsChange() throws Exception {
    live(DAYS);
    announce("1");
    follow.settle();
    announce("2");
    var changing =
        new FollowModels(
            () -> registry, encoders, embedded, days, events, turns, (_, _) -> announce("2", "1"));
    changing.settle();

    assertEquals(DAYS, count("1"));
  }

  @Test
  void theMostWantedVersionComesFirst() {
    announce("2", "1");
    store.put("vae", "7", () -> new InMemoryEncoder("7", 8));
    registry = ModelRegistry.of(List.of(model("vae", Optional.empty(), "7"), sbert("2", "2", "1")));
    var _ = encoders.want(registry.wanted());

    assertEquals(
        List.of("2", "1", "7", BASE), encoders.all().stream().map(TextEncoder::version).toList());
  }

  private void live(int count) throws InterruptedException {
    for (int i = 0; i < count; i++) {
      moments.add(moment(i, "What was written on day " + i));
    }
    fresh.handle(moments);
    assertTrue(count(BASE) >= count);
  }

  private void announce(String serving, String... others) {
    for (String version : Stream.concat(Stream.of(serving), Stream.of(others)).toList()) {
      store.put("sbert", version, () -> new InMemoryEncoder(version, 8));
    }
    String[] kept = Stream.concat(Stream.of(serving), Stream.of(others)).toArray(String[]::new);
    registry = ModelRegistry.of(List.of(sbert(serving, kept)));
  }

  private void everyMoment(TextEncoder encoder, BooleanSupplier wanted)
      throws InterruptedException {
    again.take(moments, encoder, wanted);
  }

  private long count(String version) {
    return events.all(Topics.VECTORS).keySet().stream()
        .filter(key -> key.endsWith("/" + version))
        .count();
  }

  private static ModelTrained sbert(String serving, String... kept) {
    assertTrue(List.of(kept).contains(serving));
    return model("sbert", Optional.of(NOW), kept);
  }

  private static ModelTrained model(String name, Optional<Instant> since, String... kept) {
    return new ModelTrained(
        name,
        kept[0],
        name + "/" + kept[0],
        NOW,
        Map.of(),
        true,
        "It is better.",
        Kind.ENCODER,
        Optional.of(kept[0]),
        since,
        false,
        Stream.of(kept).map(version -> new Kept(version, name + "/" + version, NOW)).toList());
  }

  private static ConsumerRecord<String, byte[]> moment(int day, String text) {
    Moment moment = new Moment("owner", DAY.plusDays(day), text, List.of());
    return new ConsumerRecord<>("moments", 0, day, key(day), Wire.write(key(day), moment));
  }

  private static String key(int day) {
    return "owner/" + DAY.plusDays(day);
  }
}
