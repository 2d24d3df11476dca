package io.chihiro.ingest;

import io.chihiro.events.Event;
import io.chihiro.events.Keys;
import io.chihiro.events.PageScanned;
import io.chihiro.events.PlayCorrected;
import io.chihiro.events.Topic;
import io.chihiro.events.UnreadableRecordException;
import io.chihiro.events.Wire;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// Keeps what people say of their listening, and names the days that change by it: those around a
/// play or a photo, or all that have text.
final class KeepOwnersWord<E extends Event> implements Processor<String, byte[], String, Touch> {
  private final Topic<E> topic;
  private final RejectedRecords rejected;
  private ProcessorContext<String, Touch> context;
  private KeyValueStore<String, byte[]> said;
  private KeyValueStore<String, byte[]> texts;

  KeepOwnersWord(Topic<E> topic, RejectedRecords rejected) {
    this.topic = topic;
    this.rejected = rejected;
  }

  @Override
  public void init(ProcessorContext<String, Touch> processorContext) {
    context = processorContext;
    said = processorContext.getStateStore(DayStores.SAID);
    texts = processorContext.getStateStore(DayStores.TEXTS_OF_DAY);
  }

  @Override
  public void process(Record<String, byte[]> message) {
    String key = message.key();
    byte[] word = message.value();
    try {
      @Nullable E now = word == null ? null : useful(Wire.read(key, word, topic.type()));
      keep(OwnersWords.key(topic, key), now, word);
    } catch (UnreadableRecordException e) {
      rejected.keep(topic, key, e.problem(), word);
    }
  }

  private void keep(String place, @Nullable E now, byte[] word) {
    byte[] before = now == null ? said.delete(place) : said.get(place);
    if (now != null) {
      said.put(place, word);
      touch(place, now);
    }
    if (before != null) {
      touch(place, Wire.read(place, before, topic.type()));
    }
  }

  private @Nullable E useful(E word) {
    return word instanceof PageScanned page && !OwnersWords.tells(page) ? null : word;
  }

  private void touch(String place, E word) {
    String user = Keys.user(place);
    days(user, word)
        .forEach(
            day ->
                context.forward(
                    new Record<>(Keys.of(user, day), Touch.SAID, context.currentSystemTimeMs())));
  }

  private Stream<String> days(String user, E word) {
    if (word instanceof PlayCorrected play) {
      return Stream.concat(Stream.of(play.toldEndedAt()), play.endedAt().stream())
          .map(end -> LocalDate.ofInstant(end, ZoneOffset.UTC).toString());
    }
    if (word instanceof PageScanned page) {
      return page.capturedAt().stream().map(at -> at.toLocalDate().toString());
    }
    return allDays(user).stream();
  }

  private Set<String> allDays(String user) {
    // A day long ago tells that something was said also to whom no day has text yet.
    Set<String> days = new LinkedHashSet<>(Set.of(LocalDate.EPOCH.toString()));
    try (KeyValueIterator<String, byte[]> range =
        texts.range(user + '/', user + (char) ('/' + 1))) {
      range.forEachRemaining(entry -> days.add(Keys.rest(DayKeys.day(entry.key))));
    }
    return days;
  }
}
