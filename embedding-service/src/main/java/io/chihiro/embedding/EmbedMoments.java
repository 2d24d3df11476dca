package io.chihiro.embedding;

import io.chihiro.embedding.DayPassages.Stretch;
import io.chihiro.events.EventWriter;
import io.chihiro.events.Moment;
import io.chihiro.events.Rejected;
import io.chihiro.events.TextEmbedded;
import io.chihiro.events.TextEmbedded.Passage;
import io.chihiro.events.TextHash;
import io.chihiro.events.Topics;
import io.chihiro.events.UnitVector;
import io.chihiro.events.UnreadableRecordException;
import io.chihiro.events.Wire;
import io.chihiro.models.SentenceEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/// `MOMENTS → VECTORS`: one batch of days at a time, each text encoded once.
///
/// A day whose text is known already (its plays changed, or a kill came between writing and
/// committing) is not encoded again.
final class EmbedMoments {
  /// Days encoded before they are made safe: a kill repeats at most these.
  private static final int DAYS_AT_ONCE = 64;

  private final SentenceEncoder encoder;
  private final EventWriter vectors;
  private final EmbeddedTexts embedded;
  private final EmbeddingMeters meters;

  EmbedMoments(
      SentenceEncoder encoder,
      EventWriter vectors,
      EmbeddedTexts embedded,
      EmbeddingMeters meters) {
    this.encoder = encoder;
    this.vectors = vectors;
    this.embedded = embedded;
    this.meters = meters;
  }

  /// Takes a batch of moments; when it returns, their vectors are safe.
  void handle(List<ConsumerRecord<String, byte[]>> batch) throws InterruptedException {
    Map<String, ConsumerRecord<String, byte[]>> latest = new LinkedHashMap<>();
    batch.forEach(message -> latest.put(message.key(), message));
    List<Moment> fresh = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> message : latest.values()) {
      read(message).filter(this::hasNewText).ifPresent(fresh::add);
    }
    for (int from = 0; from < fresh.size(); from += DAYS_AT_ONCE) {
      embed(fresh.subList(from, Math.min(from + DAYS_AT_ONCE, fresh.size())));
    }
    vectors.flush();
  }

  private Optional<Moment> read(ConsumerRecord<String, byte[]> message) {
    byte @Nullable [] value = message.value();
    if (value == null) {
      forget(message.key());
      return Optional.empty();
    }
    try {
      return Optional.of(Wire.read(message.key(), value, Moment.class));
    } catch (UnreadableRecordException e) {
      meters.rejected();
      vectors.write(
          Topics.EMBEDDING_REJECTED,
          message.key(),
          Rejected.record(Topics.MOMENTS, message.key(), e.problem(), value));
      return Optional.empty();
    }
  }

  private void forget(String day) {
    String key = EmbeddedTexts.key(day);
    vectors.delete(Topics.VECTORS, key);
    embedded.forget(key);
  }

  private boolean hasNewText(Moment moment) {
    return !embedded.knows(EmbeddedTexts.key(moment.key()), TextHash.of(moment.text()));
  }

  private void embed(List<Moment> days) throws InterruptedException {
    List<List<Stretch>> stretches =
        days.stream().map(day -> DayPassages.of(day.text(), encoder.tokens(day.text()))).toList();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < days.size(); i++) {
      String text = days.get(i).text();
      stretches.get(i).forEach(stretch -> texts.add(stretch.span().of(text)));
    }
    List<float[]> encoded = meters.time(() -> encoder.encodeAll(texts));
    int from = 0;
    for (int i = 0; i < days.size(); i++) {
      int to = from + stretches.get(i).size();
      write(days.get(i), stretches.get(i), encoded.subList(from, to));
      from = to;
    }
    vectors.flush();
    // Only what is safe is known: what a flush has lost is encoded again with its batch.
    days.forEach(day -> embedded.remember(EmbeddedTexts.key(day.key()), TextHash.of(day.text())));
    meters.embedded(days.size(), texts.size());
  }

  private void write(Moment day, List<Stretch> stretches, List<float[]> encoded) {
    List<Passage> passages = new ArrayList<>();
    for (int i = 0; i < stretches.size(); i++) {
      Stretch stretch = stretches.get(i);
      passages.add(
          new Passage(
              stretch.grain(),
              stretch.span().start(),
              stretch.span().end(),
              UnitVector.of(encoded.get(i))));
    }
    String hash = TextHash.of(day.text());
    var event = new TextEmbedded(day.user(), day.date(), SentenceEncoder.VERSION, hash, passages);
    vectors.write(Topics.VECTORS, event.key(), event, Map.of(EmbeddedTexts.HASH_HEADER, hash));
  }
}
