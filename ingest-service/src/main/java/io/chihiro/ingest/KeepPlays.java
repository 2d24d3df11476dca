package io.chihiro.ingest;

import io.chihiro.events.Keys;
import io.chihiro.events.TrackPlayed;
import io.chihiro.ingest.listening.HeardPlay;
import java.time.LocalDate;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/// Keeps every play where days find it, and names the days it touched.
///
/// Nothing is decided here: what counts, what was told twice and which day is meant follow from all
/// plays of a day together, whatever came first.
final class KeepPlays implements Processor<String, @Nullable TrackPlayed, String, Touch> {
  private static final long DAY_SECONDS = 24L * 60 * 60;

  private ProcessorContext<String, Touch> context;
  private KeptPlays plays;
  private long written;
  private String lastUser = "";
  private long lastDay;
  private String lastTouched = "";

  @Override
  public void init(ProcessorContext<String, Touch> processorContext) {
    context = processorContext;
    plays =
        new KeptPlays(
            processorContext.getStateStore(DayStores.PLAYS),
            processorContext.getStateStore(DayStores.PLACES));
  }

  @Override
  public void process(Record<String, @Nullable TrackPlayed> message) {
    String key = message.key();
    written = message.timestamp();
    TrackPlayed played = message.value();
    if (played == null) {
      plays.remove(key).ifPresent(this::touch);
      return;
    }
    plays.put(key, HeardPlay.of(played)).ifPresent(this::touch);
    touch(played.user(), Math.floorDiv(played.endedAt().getEpochSecond(), DAY_SECONDS));
  }

  private void touch(String place) {
    touch(Keys.user(place), PlayPlace.date(place).toEpochDay());
  }

  // An import tells a day's plays one after the other.
  private void touch(String user, long day) {
    if (day != lastDay || !user.equals(lastUser)) {
      lastUser = user;
      lastDay = day;
      lastTouched = Keys.of(user, LocalDate.ofEpochDay(day).toString());
    }
    context.forward(new Record<>(lastTouched, Touch.AROUND, written));
  }
}
