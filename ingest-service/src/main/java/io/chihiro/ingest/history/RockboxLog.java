package io.chihiro.ingest.history;

import io.chihiro.events.Song;
import io.chihiro.events.TrackPlayed.Source;
import io.chihiro.ingest.history.Row.Dropped;
import io.chihiro.ingest.history.Row.Play;
import io.chihiro.ingest.history.Row.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The log of a portable player (Audioscrobbler 1.0 and 1.1, as Rockbox writes it): artist, album,
/// title, number, length, rating (`L`istened or `S`kipped), start, MusicBrainz id.
///
/// A player that does not know its zone counts the seconds of its own clock; that clock is read
/// with the listener's.
final class RockboxLog implements HistoryFile {
  static final String MARK = "#AUDIOSCROBBLER/1.";
  private static final String UTC = "#TZ/UTC";
  private static final String UNTAGGED = "<Untagged>";
  private static final int ARTIST = 0;
  private static final int ALBUM = 1;
  private static final int TITLE = 2;
  private static final int LENGTH = 4;
  private static final int RATING = 5;
  private static final int START = 6;
  private static final int MBID = 7;

  private final BufferedReader lines;
  private boolean utc;

  RockboxLog(BufferedReader lines) {
    this.lines = lines;
  }

  @Override
  public Optional<Row> next(Listener listener) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      utc = utc || line.startsWith(UTC);
      if (!line.isBlank() && !line.startsWith("#")) {
        return Optional.of(read(listener, List.of(line.split("\t", -1))));
      }
    }
    return Optional.empty();
  }

  private Row read(Listener listener, List<String> fields) {
    if (fields.size() <= START) {
      return new Dropped(Reason.BROKEN_ROW);
    }
    Optional<Song> song =
        Fields.song(
            given(fields.get(TITLE)),
            given(fields.get(ARTIST)).filter(artist -> !artist.equals(UNTAGGED)));
    if (song.isEmpty()) {
      return new Dropped(Reason.NO_TITLE);
    }
    return Fields.number(fields.get(START))
        .map(second -> ToldTime.exact(instant(listener, second)))
        .map(start -> scrobble(song.get(), fields, start))
        .<Row>map(scrobble -> new Play(scrobble.by(listener.user(), Source.ROCKBOX)))
        .orElseGet(() -> new Dropped(Reason.BROKEN_ROW));
  }

  private Instant instant(Listener listener, long second) {
    Instant shown = Instant.ofEpochSecond(second);
    return utc ? shown : listener.clock().apply(LocalDateTime.ofInstant(shown, ZoneOffset.UTC));
  }

  private static Scrobble scrobble(Song song, List<String> fields, ToldTime start) {
    return new Scrobble(
        song,
        given(fields.get(ALBUM)),
        Optional.empty(),
        start,
        Fields.number(fields.get(LENGTH)).filter(length -> length > 0).map(Duration::ofSeconds),
        fields.get(RATING).equals("S"),
        fields.size() > MBID && !fields.get(MBID).isBlank()
            ? Map.of("mbid", fields.get(MBID))
            : Map.of());
  }

  private static Optional<String> given(String text) {
    return Optional.of(text.strip()).filter(each -> !each.isEmpty());
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
