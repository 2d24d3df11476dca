package io.chihiro.ingest;

import io.chihiro.door.ExportZip;
import io.chihiro.events.Event;
import io.chihiro.events.Keys;
import io.chihiro.events.PlaylistKept;
import io.chihiro.events.Topic;
import io.chihiro.events.Topics;
import io.chihiro.events.TrackPlayed;
import io.chihiro.events.UnreadableRecordException;
import io.chihiro.events.UserRecords;
import io.chihiro.events.Wire;
import io.chihiro.ingest.history.ExportedListening;
import io.chihiro.ingest.history.Word;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// All of somebody's listening in open formats, zipped while it is sent: plays as ListenBrainz's
/// lines, playlists as JSPF, what the owner says of both and what imported catalogues say of songs
/// as JSON lines. Imported into an empty system, it gives the same days.
final class PlaysExport {
  private final String broker;
  private final ListeningView listening;

  PlaysExport(String broker, ListeningView listening) {
    this.broker = broker;
    this.listening = listening;
  }

  /// Writes all of a user's.
  void write(String user, OutputStream out) throws IOException {
    ExportZip zip = new ExportZip(out);
    try {
      zip.put("listening.jsonl", file -> said(user, file));
      zip.put("plays.jsonl", file -> plays(user, file));
      playlists(user, zip);
      if (listening.hasListed(user)) {
        // Without their words, which are copyrighted.
        zip.put(
            "catalogue.jsonl",
            file -> listening.eachListed(user, song -> line(file, ExportedListings.line(song))));
      }
    } catch (UncheckedIOException e) {
      throw new IOException("the export breaks off", e);
    }
    zip.finish();
  }

  private void said(String user, OutputStream file) {
    for (Topic<? extends Event> topic : Word.TOPICS) {
      for (Event said : new StoredRecords<>(broker, topic).latest(user)) {
        line(file, ExportedListening.said(said));
      }
    }
  }

  // Twice over the topic rather than once over a copy of it: a long life has more plays than this
  // service has memory.
  private void plays(String user, OutputStream file) {
    var records = new UserRecords(broker, "ingest-export", List.of(Topics.PLAYS));
    PlayIds gone = new PlayIds();
    records.each(user, message -> note(gone, message));
    PlayIds told = new PlayIds();
    records.each(
        user,
        message ->
            play(message)
                .filter(play -> !gone.contains(play.play()) && !told.contains(play.play()))
                .ifPresent(
                    play -> {
                      told.add(play.play());
                      line(file, ExportedListening.play(play));
                    }));
  }

  private static void note(PlayIds gone, ConsumerRecord<String, byte[]> message) {
    String play = Keys.rest(message.key());
    if (message.value() == null) {
      gone.add(play);
      return;
    }
    gone.remove(play);
  }

  private static Optional<TrackPlayed> play(ConsumerRecord<String, byte[]> message) {
    try {
      return Optional.ofNullable(message.value())
          .map(bytes -> Wire.read(message.key(), bytes, TrackPlayed.class));
    } catch (UnreadableRecordException _) {
      // It is among what was rejected, with its reason.
      return Optional.empty();
    }
  }

  private void playlists(String user, ExportZip zip) throws IOException {
    int number = 0;
    for (PlaylistKept list : new StoredRecords<>(broker, Topics.PLAYLISTS).latest(user)) {
      zip.put(
          "playlists/%03d.jspf".formatted(++number),
          file -> line(file, ExportedListening.playlist(list)));
    }
  }

  private static void line(OutputStream out, String json) {
    try {
      out.write((json + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
