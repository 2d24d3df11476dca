package io.chihiro.ingest;

import io.chihiro.events.EntryRead;
import io.chihiro.events.Topics;
import io.chihiro.events.UnreadableRecordException;
import io.chihiro.events.Wire;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/// Keeps each day's texts, and names every day it touched: the day an entry moved to, and the day
/// it moved from.
final class CollectEntries implements Processor<String, byte[], String, Touch> {
  private final RejectedRecords rejected;
  private ProcessorContext<String, Touch> context;
  private Headers headers = new RecordHeaders();
  private KeyValueStore<String, String> entries;
  private KeyValueStore<String, byte[]> texts;

  CollectEntries(RejectedRecords rejected) {
    this.rejected = rejected;
  }

  @Override
  public void init(ProcessorContext<String, Touch> processorContext) {
    context = processorContext;
    entries = processorContext.getStateStore(DayStores.ENTRIES);
    texts = processorContext.getStateStore(DayStores.TEXTS_OF_DAY);
  }

  @Override
  public void process(Record<String, byte[]> message) {
    String key = message.key();
    headers = message.headers();
    if (message.value() == null) {
      remove(key);
      return;
    }
    try {
      Wire.find(key, message.value(), EntryRead.class)
          .ifPresentOrElse(entry -> collect(key, entry), () -> remove(key));
    } catch (UnreadableRecordException e) {
      rejected.keep(Topics.JOURNAL_ENTRIES, key, e.problem(), message.value());
    }
  }

  private void collect(String key, EntryRead entry) {
    Optional<String> place = place(entry);
    if (place.isEmpty()) {
      remove(key);
      return;
    }
    if (!place.get().equals(entries.get(key))) {
      remove(key);
    }
    entries.put(key, place.get());
    texts.put(place.get(), DayStores.text(place.get(), entry.text()));
    touch(place.get());
  }

  // A day's text is made of dated entries that may be indexed and say something.
  private static Optional<String> place(EntryRead entry) {
    return entry
        .date()
        .filter(_ -> entry.status().indexed() && !entry.text().isBlank())
        .map(date -> DayKeys.text(entry, date));
  }

  private void remove(String key) {
    String place = entries.delete(key);
    if (place != null) {
      texts.delete(place);
      touch(place);
    }
  }

  private void touch(String place) {
    context.forward(
        new Record<>(DayKeys.day(place), Touch.DAY, context.currentSystemTimeMs(), headers));
  }
}
