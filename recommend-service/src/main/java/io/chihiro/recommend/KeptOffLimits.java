package io.chihiro.recommend;

import io.chihiro.door.RefusedException;
import io.chihiro.events.EventWriter;
import io.chihiro.events.Keys;
import io.chihiro.events.OffLimits;
import io.chihiro.events.TopicTable;
import io.chihiro.events.Topics;
import java.util.function.Consumer;

/// `OFF_LIMITS`, whose only writer this service is: what is said holds in every answer that begins
/// after the call has returned. Thread-safe.
final class KeptOffLimits implements AutoCloseable {
  private final EventWriter writer;
  private final TopicTable<OffLimits> table;

  /// @param changed told whose limits have changed
  KeptOffLimits(String broker, EventWriter writer, Consumer<String> changed) {
    this.writer = writer;
    this.table =
        new TopicTable<>(
            broker,
            "recommend-off-limits",
            Topics.OFF_LIMITS,
            (key, _) -> changed.accept(Keys.user(key)));
  }

  void start() {
    var _ = table.start();
  }

  /// Whether it is known what is off limits.
  boolean isKnown() {
    return table.whole();
  }

  /// What is off limits.
  ///
  /// @throws RefusedException as long as that is not known
  OffLimits of(String user) {
    if (!table.whole()) {
      throw RefusedException.notNow("Warming up: what is off limits is being read; try again.");
    }
    return table.get(OffLimits.keyOf(user)).orElseGet(() -> OffLimits.nothing(user));
  }

  /// Keeps what is off limits from now on.
  void keep(OffLimits limits) throws InterruptedException {
    writer.write(Topics.OFF_LIMITS, limits.key(), limits);
    writer.flush();
    table.awaitWritten();
  }

  @Override
  public void close() {
    table.close();
  }
}
