package io.chihiro.ingest;

import io.chihiro.events.Topics;
import io.chihiro.events.TrackPlayed;
import io.chihiro.events.UnreadableRecordException;
import io.chihiro.events.Wire;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/// Reads each play once, for everyone who needs it; what cannot be read is kept aside.
final class ReadPlays implements Processor<String, byte[], String, @Nullable TrackPlayed> {
  private final RejectedRecords rejected;
  private ProcessorContext<String, @Nullable TrackPlayed> context;

  ReadPlays(RejectedRecords rejected) {
    this.rejected = rejected;
  }

  @Override
  public void init(ProcessorContext<String, @Nullable TrackPlayed> processorContext) {
    context = processorContext;
  }

  @Override
  public void process(Record<String, byte[]> message) {
    String key = message.key();
    if (message.value() == null) {
      context.forward(new Record<>(key, null, message.timestamp(), message.headers()));
      return;
    }
    try {
      TrackPlayed play = Wire.read(key, message.value(), TrackPlayed.class);
      context.forward(new Record<>(key, play, message.timestamp()));
    } catch (UnreadableRecordException e) {
      rejected.keep(Topics.PLAYS, key, e.problem(), message.value());
    }
  }
}
