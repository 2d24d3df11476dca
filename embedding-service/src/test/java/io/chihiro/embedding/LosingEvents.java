package io.chihiro.embedding;

import io.chihiro.events.Event;
import io.chihiro.events.EventWriter;
import io.chihiro.events.Topic;
import java.util.Map;

/// A broker that loses everything until it is mended, and says so at the flush.
final class LosingEvents implements EventWriter {
  private final EventWriter kept;
  private boolean losing = true;

  LosingEvents(EventWriter kept) {
    this.kept = kept;
  }

  void mend() {
    losing = false;
  }

  @Override
  public <E extends Event> void write(
      Topic<E> topic, String key, E event, Map<String, String> headers) {
    if (!losing) {
      kept.write(topic, key, event, headers);
    }
  }

  @Override
  public void delete(Topic<?> topic, String key, Map<String, String> headers) {
    if (!losing) {
      kept.delete(topic, key, headers);
    }
  }

  @Override
  public void flush() {
    if (losing) {
      throw new IllegalStateException("cannot write to the broker: timed out");
    }
    kept.flush();
  }
}
