package io.chihiro.ingest;

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
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// All of somebody's listening in open formats, zipped while it is sent: plays as ListenBrainz's
/// lines, playlists as JSPF, and what the owner says of both as JSON lines. Imported into an empty
/// system, it gives the same days.
final class PlaysExport {
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final String broker;

  PlaysExport(String broker) {
    this.broker = broker;
  }

  /// Writes all of a user's.
  void write(String user, OutputStream out) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      begin(zip, "listening.jsonl");
      for (Topic<? extends Event> topic : Word.TOPICS) {
        for (Event said : new StoredRecords<>(broker, topic).latest(user)) {
          line(zip, ExportedListening.said(said));
        }
      }
      zip.closeEntry();
      begin(zip, "plays.jsonl");
      plays(user, zip);
      zip.closeEntry();
      playlists(user, zip);
    } catch (UncheckedIOException e) {
      throw new IOException("the export breaks off", e);
    }
  }

  // Twice over the topic rather than once over a copy of it: a long life has more plays than this
  // service has memory.
  private void plays(String user, ZipOutputStream zip) {
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
                      line(zip, ExportedListening.play(play));
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

  private void playlists(String user, ZipOutputStream zip) throws IOException {
    int number = 0;
    for (PlaylistKept list : new StoredRecords<>(broker, Topics.PLAYLISTS).latest(user)) {
      begin(zip, "playlists/%03d.jspf".formatted(++number));
      line(zip, ExportedListening.playlist(list));
      zip.closeEntry();
    }
  }

  private static void begin(ZipOutputStream zip, String path) throws IOException {
    ZipEntry entry = new ZipEntry(path);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
  }

  private static void line(OutputStream out, String json) {
    try {
      out.write((json + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
