package io.chihiro.ingest;

import io.chihiro.events.Event;
import io.chihiro.events.Topic;
import io.chihiro.events.UnreadableRecordException;
import io.chihiro.events.Wire;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/// Keeps what a topic of songs says, and tells those songs again that it changes; what cannot be
/// read is kept aside.
///
/// @param <E> what the topic carries
final class TellSongs<E extends Event>
    implements Processor<String, byte[], String, byte @Nullable []> {
  private final Topic<E> topic;
  private final Keeper<E> keeper;
  private final RejectedRecords rejected;
  private SongsToTell songs;

  /// Where a record is kept.
  interface Keeper<E> {
    /// Keeps a record.
    ///
    /// @param bytes as it travelled
    void put(SongsToTell songs, String key, E told, byte[] bytes);

    /// Forgets what is kept under a key.
    void delete(SongsToTell songs, String key);
  }

  TellSongs(Topic<E> topic, Keeper<E> keeper, RejectedRecords rejected) {
    this.topic = topic;
    this.keeper = keeper;
    this.rejected = rejected;
  }

  @Override
  public void init(ProcessorContext<String, byte @Nullable []> context) {
    songs = new SongsToTell(context);
  }

  @Override
  public void process(Record<String, byte[]> message) {
    String key = message.key();
    byte[] bytes = message.value();
    if (bytes == null) {
      songs.change(key, () -> keeper.delete(songs, key));
      return;
    }
    try {
      E told = Wire.read(key, bytes, topic.type());
      songs.change(key, () -> keeper.put(songs, key, told, bytes));
    } catch (UnreadableRecordException e) {
      rejected.keep(topic, key, e.problem(), bytes);
    }
  }
}
