package io.chihiro.ingest;

import io.chihiro.events.Event;
import io.chihiro.events.EventWriter;
import io.chihiro.events.Topic;
import java.util.Map;

/// Ends as a killed process does: after so many writes nothing more gets through.
final class KilledAfter implements EventWriter {
  private final EventWriter writer;
  private int left;

  KilledAfter(EventWriter writer, int writes) {
    this.writer = writer;
    this.left = writes;
  }

  @Override
  public <E extends Event> void write(
      Topic<E> topic, String key, E event, Map<String, String> headers) {
    if (left-- <= 0) {
      throw new IllegalStateException("killed");
    }
    writer.write(topic, key, event, headers);
  }

  @Override
  public void delete(Topic<?> topic, String key, Map<String, String> headers) {
    writer.delete(topic, key, headers);
  }

  @Override
  public void flush() {
    writer.flush();
  }
}
