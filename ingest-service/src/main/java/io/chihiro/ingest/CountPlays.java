package io.chihiro.ingest;

import io.chihiro.events.Topics;
import io.chihiro.events.TrackPlayed;
import io.chihiro.events.UnreadableRecordException;
import io.chihiro.events.Wire;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/// Counts plays per user, local day and song, and names every day it touched.
///
/// A play is remembered by its id, so that hearing of it again changes nothing, and its deletion
/// takes it back.
final class CountPlays implements Processor<String, byte[], String, String> {
  private final PlayRules rules;
  private final RejectedRecords rejected;
  private ProcessorContext<String, String> context;
  private CountedPlays plays;
  private SongsOfDays songs;

  CountPlays(PlayRules rules, RejectedRecords rejected) {
    this.rules = rules;
    this.rejected = rejected;
  }

  @Override
  public void init(ProcessorContext<String, String> processorContext) {
    context = processorContext;
    plays = new CountedPlays(processorContext.getStateStore(DayStores.PLAYS));
    songs = new SongsOfDays(processorContext.getStateStore(DayStores.SONGS_OF_DAY));
  }

  @Override
  public void process(Record<String, byte[]> message) {
    String key = message.key();
    if (message.value() == null) {
      takeBack(key);
      return;
    }
    try {
      count(key, Wire.read(key, message.value(), TrackPlayed.class));
    } catch (UnreadableRecordException e) {
      rejected.keep(Topics.PLAYS, key, e.problem(), message.value());
    }
  }

  private void count(String key, TrackPlayed play) {
    if (!rules.counts(play)) {
      takeBack(key);
      return;
    }
    String songOfDay = DayKeys.song(play.user(), rules.day(play), play.song());
    Optional<String> before = plays.place(key);
    if (before.filter(songOfDay::equals).isPresent()) {
      return;
    }
    if (before.isPresent()) {
      takeBack(key);
    }
    plays.put(key, songOfDay);
    DaySong song = songs.find(songOfDay).orElseGet(() -> DaySong.none(play.song()));
    songs.put(songOfDay, song.plus(play));
    touch(songOfDay);
  }

  private void takeBack(String key) {
    plays
        .remove(key)
        .ifPresent(
            songOfDay -> {
              songs.find(songOfDay).map(DaySong::minusOne).ifPresent(less -> keep(songOfDay, less));
              touch(songOfDay);
            });
  }

  private void keep(String songOfDay, DaySong song) {
    if (song.plays() == 0) {
      songs.remove(songOfDay);
      return;
    }
    songs.put(songOfDay, song);
  }

  private void touch(String songOfDay) {
    context.forward(new Record<>(DayKeys.day(songOfDay), "", context.currentSystemTimeMs()));
  }
}
