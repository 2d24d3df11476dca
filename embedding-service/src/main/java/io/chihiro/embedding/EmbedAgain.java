package io.chihiro.embedding;

import io.chihiro.events.Moment;
import io.chihiro.events.UnreadableRecordException;
import io.chihiro.events.Wire;
import io.chihiro.models.TextEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/// Embeds the days that are there already under a version that is new, some at a time, whenever
/// nobody fresh waits. Killed in the middle, it passes over what it has done before.
final class EmbedAgain {
  /// As many as a fresh day may have to wait for.
  private static final int DAYS_AT_ONCE = 8;

  private final Encoders encoders;
  private final EmbedDays days;
  private final FreshFirst turns;

  EmbedAgain(Encoders encoders, EmbedDays days, FreshFirst turns) {
    this.encoders = encoders;
    this.days = days;
    this.turns = turns;
  }

  /// Takes a batch of moments that were on the topic before, for as long as that is wanted.
  void take(List<ConsumerRecord<String, byte[]>> batch, TextEncoder encoder, BooleanSupplier wanted)
      throws InterruptedException {
    List<Moment> old = batch.stream().flatMap(message -> read(message).stream()).toList();
    List<Moment> due = old.stream().filter(day -> isDue(day, encoder)).toList();
    for (int from = 0; from < due.size() && wanted.getAsBoolean(); from += DAYS_AT_ONCE) {
      List<Moment> some = due.subList(from, Math.min(from + DAYS_AT_ONCE, due.size()));
      turns.again(() -> embed(some, encoder));
    }
  }

  private void embed(List<Moment> some, TextEncoder encoder) throws InterruptedException {
    if (!encoders.holds(encoder)) {
      return;
    }
    // Whoever was fresh may have brought another text of such a day in the meantime.
    List<Moment> due = new ArrayList<>(some);
    due.removeIf(day -> !isDue(day, encoder));
    if (due.isEmpty()) {
      return;
    }
    try {
      days.embed(due, encoder);
    } catch (EncoderFailedException e) {
      encoders.giveUp(encoder, e.problem());
    }
  }

  private boolean isDue(Moment day, TextEncoder encoder) {
    return days.isPresent(day, encoders.base().version()) && days.lacks(day, encoder.version());
  }

  // What cannot be read was put aside when it was fresh.
  private static Optional<Moment> read(ConsumerRecord<String, byte[]> message) {
    byte @Nullable [] value = message.value();
    if (value == null) {
      return Optional.empty();
    }
    try {
      return Wire.find(message.key(), value, Moment.class);
    } catch (UnreadableRecordException _) {
      return Optional.empty();
    }
  }
}
