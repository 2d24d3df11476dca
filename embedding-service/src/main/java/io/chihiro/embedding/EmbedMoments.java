package io.chihiro.embedding;

import io.chihiro.events.EventWriter;
import io.chihiro.events.Moment;
import io.chihiro.events.Rejected;
import io.chihiro.events.Since;
import io.chihiro.events.Topics;
import io.chihiro.events.UnreadableRecordException;
import io.chihiro.events.Wire;
import io.chihiro.models.TextEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/// `MOMENTS → VECTORS`: one batch of days at a time, each text encoded once by every encoder that
/// is wanted.
///
/// A day whose text is known already (its plays changed, or a kill came between writing and
/// committing) is not encoded again.
final class EmbedMoments {
  /// Days encoded before they are made safe: a kill repeats at most these.
  private static final int DAYS_AT_ONCE = 64;

  private final Encoders encoders;
  private final EmbedDays days;
  private final EventWriter vectors;
  private final EmbeddedTexts embedded;
  private final EmbeddingMeters meters;
  private final FreshFirst turns;

  EmbedMoments(
      Encoders encoders,
      EventWriter vectors,
      EmbeddedTexts embedded,
      EmbeddingMeters meters,
      FreshFirst turns) {
    this.encoders = encoders;
    this.days = new EmbedDays(vectors, embedded, meters);
    this.vectors = vectors;
    this.embedded = embedded;
    this.meters = meters;
    this.turns = turns;
  }

  /// Takes a batch of moments; when it returns, their vectors are safe.
  void handle(List<ConsumerRecord<String, byte[]>> batch) throws InterruptedException {
    turns.fresh(() -> take(batch));
  }

  private void take(List<ConsumerRecord<String, byte[]>> batch) throws InterruptedException {
    Map<String, ConsumerRecord<String, byte[]>> latest = new LinkedHashMap<>();
    batch.forEach(message -> latest.put(message.key(), message));
    List<Moment> fresh = new ArrayList<>();
    latest.values().forEach(message -> read(message).ifPresent(fresh::add));
    Map<String, Instant> photos = photos(batch);
    List<TextEncoder> all = encoders.all();
    for (TextEncoder encoder : all) {
      // Whatever version answers, a photo's day can be asked once it has the vectors of the last.
      embed(fresh, encoder, encoder.equals(all.getLast()) ? photos : Map.of());
    }
    vectors.flush();
  }

  /// Since when the photos are known that the days of a batch were read from, the earliest of each.
  private static Map<String, Instant> photos(List<ConsumerRecord<String, byte[]>> batch) {
    Map<String, Instant> photos = new HashMap<>();
    for (ConsumerRecord<String, byte[]> message : batch) {
      Since.PHOTO
          .of(message.headers())
          .ifPresent(
              at ->
                  photos.merge(
                      message.key(), at, (one, other) -> one.isBefore(other) ? one : other));
    }
    return photos;
  }

  private Optional<Moment> read(ConsumerRecord<String, byte[]> message) {
    byte @Nullable [] value = message.value();
    if (value == null) {
      forget(message.key());
      return Optional.empty();
    }
    try {
      Optional<Moment> moment = Wire.find(message.key(), value, Moment.class);
      if (moment.isEmpty()) {
        forget(message.key());
      }
      return moment;
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
    days.forget(day, encoders.base().version());
    embedded.versions(day).forEach(version -> days.forget(day, version));
  }

  private void embed(List<Moment> fresh, TextEncoder encoder, Map<String, Instant> photos)
      throws InterruptedException {
    List<Moment> due = fresh.stream().filter(day -> days.lacks(day, encoder.version())).toList();
    try {
      for (int from = 0; from < due.size(); from += DAYS_AT_ONCE) {
        days.embed(due.subList(from, Math.min(from + DAYS_AT_ONCE, due.size())), encoder, photos);
      }
    } catch (EncoderFailedException e) {
      if (encoder.equals(encoders.base())) {
        throw e;
      }
      encoders.giveUp(encoder, e.problem());
    }
  }
}
