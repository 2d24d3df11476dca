package io.chihiro.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.EventWriter;
import io.chihiro.events.InMemoryEvents;
import io.chihiro.events.ModelRegistry.Version;
import io.chihiro.events.Moment;
import io.chihiro.events.Moment.SongPlays;
import io.chihiro.events.Rejected;
import io.chihiro.events.Since;
import io.chihiro.events.Song;
import io.chihiro.events.TextEmbedded;
import io.chihiro.events.TextEmbedded.Grain;
import io.chihiro.events.TextHash;
import io.chihiro.events.Topics;
import io.chihiro.events.UnitVector;
import io.chihiro.events.Wire;
import io.chihiro.keys.KeyRing;
import io.chihiro.metrics.MomentMetric;
import io.chihiro.metrics.RunningMetric;
import io.chihiro.models.InMemoryEncoder;
import io.chihiro.models.InMemoryModels;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.TextEncoder;
import io.chihiro.shape.SealedProcess;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

class EmbedMomentsTest {
  private static final SentenceEncoder ENCODER = new SentenceEncoder(2);
  private static final LocalDate DAY = LocalDate.of(2024, 3, 5);
  private static final String TEXT = "I walked to the harbour and back again twice.";
  private static final String OTHER_TEXT = "Nobody called, and I did not mind that at all.";

  private final InMemoryEvents events = new InMemoryEvents();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final InMemoryModels store =
      new InMemoryModels().put("sbert", "2", () -> new InMemoryEncoder("2", 8));
  private final Encoders encoders = new Encoders(ENCODER, store, 1);
  private final EmbedMoments step = step(events, new EmbeddedTexts());

  @AfterAll
  static void close() {
    ENCODER.close();
  }

  @Test
  void aDayBecomesTheVectorsOfItsWindowsAndSentences() throws Exception {
    String text = TEXT + "\n\n" + OTHER_TEXT;
    step.handle(List.of(moment(DAY, text)));

    TextEmbedded vectors = vectors(DAY).orElseThrow();
    assertEquals(TextHash.of(text), vectors.textHash());
    assertEquals(SentenceEncoder.VERSION, vectors.modelVersion());
    assertEquals(
        List.of(Grain.DAY, Grain.SENTENCE, Grain.SENTENCE),
        vectors.passages().stream().map(TextEmbedded.Passage::grain).toList());
    for (var passage : vectors.passages()) {
      String stretch = text.substring(passage.start(), passage.end());
      assertEquals(UnitVector.of(ENCODER.encode(stretch)), passage.vector());
    }
  }

  @Test
  @ExtendWith(SealedProcess.class)
  void aDayWhoseUsersKeyIsGoneLosesItsVectorsAndIsNotPutAside(KeyRing keys) throws Exception {
    var day = moment(DAY, TEXT);
    step.handle(List.of(day));
    assertTrue(vectors(DAY).isPresent());
    keys.destroy("owner");
    step.handle(List.of(day));

    assertEquals(Optional.empty(), vectors(DAY));
    assertTrue(events.all(Topics.EMBEDDING_REJECTED).isEmpty());
  }

  @Test
  void theSameTextIsNotEncodedTwice() throws Exception {
    step.handle(List.of(moment(DAY, TEXT)));
    step.handle(List.of(momentWithASong(DAY, TEXT)));

    assertEquals(1, daysEmbedded());
  }

  @Test
  void anEditedTextGetsNewVectors() throws Exception {
    step.handle(List.of(moment(DAY, TEXT)));
    step.handle(List.of(moment(DAY, OTHER_TEXT)));

    assertEquals(TextHash.of(OTHER_TEXT), vectors(DAY).orElseThrow().textHash());
    assertEquals(2, daysEmbedded());
  }

  @Test
  void theLatestRecordOfADayInABatchWins() throws Exception {
    step.handle(List.of(moment(DAY, TEXT), moment(DAY, OTHER_TEXT)));

    assertEquals(TextHash.of(OTHER_TEXT), vectors(DAY).orElseThrow().textHash());
    assertEquals(1, daysEmbedded());
  }

  @Test
  void aDayTakenBackLosesItsVectors() throws Exception {
    step.handle(List.of(moment(DAY, TEXT), moment(DAY.plusDays(1), TEXT)));
    step.handle(List.of(takenBack(DAY)));

    assertTrue(vectors(DAY).isEmpty());
    assertTrue(vectors(DAY.plusDays(1)).isPresent());
  }

  @Test
  void aDayThatComesBackWithItsOldTextIsEncodedAgain() throws Exception {
    step.handle(List.of(moment(DAY, TEXT)));
    step.handle(List.of(takenBack(DAY)));
    step.handle(List.of(moment(DAY, TEXT)));

    assertTrue(vectors(DAY).isPresent());
  }

  @Test
  void aRecordThatCannotBeReadGoesAsideAndTheBatchGoesOn() throws Exception {
    byte[] poison = "{\"text\": \"the day I wept\"".getBytes(StandardCharsets.UTF_8);
    step.handle(List.of(message(DAY, poison), moment(DAY.plusDays(1), TEXT)));

    Rejected rejected = events.get(Topics.EMBEDDING_REJECTED, key(DAY)).orElseThrow();
    assertEquals("moments", rejected.topic());
    assertEquals(Rejected.record(Topics.MOMENTS, key(DAY), rejected.reason(), poison), rejected);
    assertFalse(rejected.reason().contains("wept"), rejected.reason());
    assertTrue(vectors(DAY).isEmpty());
    assertTrue(vectors(DAY.plusDays(1)).isPresent());
    assertEquals(1, meters.get(RunningMetric.REJECTED.title()).counter().count());
  }

  @Test
  void aKillBetweenWritingAndCommittingEndsInTheSameVectors() throws Exception {
    step.handle(List.of(moment(DAY, TEXT)));
    var before = events.all(Topics.VECTORS);

    EmbedMoments restarted = step(events, new EmbeddedTexts());
    restarted.handle(List.of(moment(DAY, TEXT)));

    assertEquals(before, events.all(Topics.VECTORS));
  }

  @Test
  void vectorsLostOnTheWayToTheBrokerAreMadeAgain() throws Exception {
    var unsafe = new LosingEvents(events);
    EmbedMoments writing = step(unsafe, new EmbeddedTexts());
    var batch = List.of(moment(DAY, TEXT));

    assertThrows(IllegalStateException.class, () -> writing.handle(batch));
    unsafe.mend();
    writing.handle(batch);

    assertTrue(vectors(DAY).isPresent());
  }

  @Test
  void everyBatchIsSafeWhenItReturns() throws Exception {
    step.handle(List.of(takenBack(DAY)));

    assertTrue(events.flushes() > 0);
  }

  @Test
  void aDayIsEmbeddedUnderEveryVersionThatIsWanted() throws Exception {
    var _ = encoders.want(List.of(new Version("sbert", "2")));
    step.handle(List.of(moment(DAY, TEXT)));

    assertTrue(vectors(DAY).isPresent());
    var fitted = events.get(Topics.VECTORS, key(DAY) + "/2").orElseThrow();
    assertEquals(TextHash.of(TEXT), fitted.textHash());
    assertEquals(8, fitted.passages().getFirst().vector().dimension());
  }

  @Test
  void aDayTakenBackLosesItsVectorsUnderEveryVersion() throws Exception {
    var _ = encoders.want(List.of(new Version("sbert", "2")));
    step.handle(List.of(moment(DAY, TEXT)));
    var _ = encoders.want(List.of());
    step.handle(List.of(takenBack(DAY)));

    assertEquals(Map.of(), events.all(Topics.VECTORS));
  }

  @Test
  void anEncoderThatFailsIsDoneWithoutAndTheDayIsEmbeddedByTheOthers() throws Exception {
    store.put("sbert", "3", () -> new InMemoryEncoder("3", -1));
    var _ = encoders.want(List.of(new Version("sbert", "3"), new Version("sbert", "2")));
    step.handle(List.of(moment(DAY, TEXT)));

    assertTrue(vectors(DAY).isPresent());
    assertTrue(events.get(Topics.VECTORS, key(DAY) + "/2").isPresent());
    assertEquals(List.of("2"), encoders.fitted().stream().map(TextEncoder::version).toList());
    String problem = encoders.problem().orElseThrow();
    assertTrue(problem.startsWith("Version 3 of sbert is not used: 3 cannot encode"), problem);
    assertFalse(problem.contains("harbour"), problem);
  }

  @Test
  void vectorsTellSinceWhenTheirPhotoIsKnownAndTheEarliestOfABatchCounts() throws Exception {
    Instant seen = Instant.parse("2026-11-22T10:00:00Z");
    step.handle(
        List.of(
            since(seen, moment(DAY, "An older text.")),
            since(seen.plusSeconds(5), moment(DAY, TEXT))));

    String key = key(DAY) + "/" + SentenceEncoder.VERSION;
    assertEquals(
        Since.PHOTO.at(seen).get("photo-since"),
        events.headers(Topics.VECTORS, key).get("photo-since"));
  }

  private static ConsumerRecord<String, byte[]> since(
      Instant seen, ConsumerRecord<String, byte[]> message) {
    Since.PHOTO
        .at(seen)
        .forEach(
            (name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return message;
  }

  @Test
  void moreDaysThanFitAtOnceAreAllEmbedded() throws Exception {
    List<ConsumerRecord<String, byte[]>> batch =
        DAY.datesUntil(DAY.plusDays(130)).map(day -> moment(day, "Day " + day)).toList();
    step.handle(batch);

    assertEquals(130, events.all(Topics.VECTORS).size());
    assertEquals(130, daysEmbedded());
  }

  @Test
  void aDayOfUnknownSignsStillGetsAVector() throws Exception {
    step.handle(List.of(moment(DAY, "\u200b🌊")));

    assertTrue(vectors(DAY).isPresent());
  }

  private EmbedMoments step(EventWriter writer, EmbeddedTexts known) {
    return new EmbedMoments(encoders, writer, known, new EmbeddingMeters(meters), new FreshFirst());
  }

  private double daysEmbedded() {
    return meters.get(MomentMetric.DAYS_EMBEDDED.title()).counter().count();
  }

  private Optional<TextEmbedded> vectors(LocalDate date) {
    return events.get(Topics.VECTORS, key(date) + "/" + SentenceEncoder.VERSION);
  }

  private static ConsumerRecord<String, byte[]> moment(LocalDate date, String text) {
    return message(date, Wire.write(key(date), new Moment("owner", date, text, List.of())));
  }

  private static ConsumerRecord<String, byte[]> momentWithASong(LocalDate date, String text) {
    var song = new SongPlays(new Song("Salt Water", "The Harbour Lights"), 3, Optional.empty());
    return message(date, Wire.write(key(date), new Moment("owner", date, text, List.of(song))));
  }

  private static ConsumerRecord<String, byte[]> takenBack(LocalDate date) {
    return new ConsumerRecord<>("moments", 0, 0, key(date), null);
  }

  private static ConsumerRecord<String, byte[]> message(LocalDate date, byte[] value) {
    return new ConsumerRecord<>("moments", 0, 0, key(date), value);
  }

  private static String key(LocalDate date) {
    return "owner/" + date;
  }
}
