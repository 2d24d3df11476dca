package io.chihiro.ingest.history;

import io.chihiro.events.PlaylistKept;
import io.chihiro.events.Song;
import io.chihiro.events.TrackPlayed;
import io.chihiro.events.TrackPlayed.Source;
import io.chihiro.events.TrackPlayed.Stamp;
import io.chihiro.ingest.history.Columns.Role;
import io.chihiro.ingest.history.Row.Dropped;
import io.chihiro.ingest.history.Row.Listed;
import io.chihiro.ingest.history.Row.Play;
import io.chihiro.ingest.history.Row.Reason;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A table of plays (Last.fm's, Libre.fm's, or anyone's), or of a playlist if no time is told.
final class TableHistory implements HistoryFile {
  private final String name;
  private final Delimited records;
  private final Columns columns;
  private final Optional<CsvMapping> mapping;

  TableHistory(String name, Delimited records, Columns columns, Optional<CsvMapping> mapping) {
    this.name = name;
    this.records = records;
    this.columns = columns;
    this.mapping = mapping;
  }

  @Override
  public Optional<Row> next(Listener listener) throws IOException {
    return records.next().map(row -> read(listener, row));
  }

  private Row read(Listener listener, List<String> fields) {
    Optional<Song> song = columns.song(fields);
    if (song.isEmpty()) {
      return new Dropped(Reason.NO_TITLE);
    }
    if (!columns.tellTime()) {
      return listed(song.get(), fields);
    }
    return columns
        .text(fields, Role.TIME)
        .flatMap(text -> time(text, listener))
        .<Row>map(time -> new Play(play(listener.user(), song.get(), fields, time)))
        .orElseGet(() -> new Dropped(Reason.BROKEN_ROW));
  }

  private Row listed(Song song, List<String> fields) {
    return new Listed(
        new PlaylistKept.Entry(
            song,
            columns.text(fields, Role.PLACE),
            columns
                .text(fields, Role.ADDED)
                .flatMap(text -> ToldTime.parse(text, TableHistory::utc))
                .map(ToldTime::instant)));
  }

  // Last.fm and Libre.fm write UTC; what somebody wrote themselves is by the clock on their wall.
  private Optional<ToldTime> time(String text, Listener listener) {
    Function<LocalDateTime, Instant> clock =
        columns.source() == Source.CSV ? listener.clock() : TableHistory::utc;
    return mapping
        .flatMap(CsvMapping::timeFormat)
        .map(format -> DateTimeFormatter.ofPattern(format, Locale.ENGLISH))
        .map(format -> ToldTime.parse(text, format, clock))
        .orElseGet(() -> ToldTime.parse(text, clock));
  }

  private static Instant utc(LocalDateTime local) {
    return local.toInstant(ZoneOffset.UTC);
  }

  private TrackPlayed play(String user, Song song, List<String> fields, ToldTime time) {
    Scrobble scrobble =
        new Scrobble(
            song,
            columns.text(fields, Role.ALBUM),
            Fields.spotifyUri(columns.text(fields, Role.PLACE)),
            time,
            columns.length(fields),
            false,
            columns.text(fields, Role.MBID).map(mbid -> Map.of("mbid", mbid)).orElse(Map.of()));
    boolean end = mapping.filter(CsvMapping::timeIsEnd).isPresent();
    return end ? ended(user, scrobble) : scrobble.by(user, columns.source());
  }

  private TrackPlayed ended(String user, Scrobble scrobble) {
    Instant end = scrobble.start().instant();
    long milliseconds = scrobble.length().map(Duration::toMillis).orElse(0L);
    return new TrackPlayed(
        user,
        PlayId.of(columns.source(), end, scrobble.spotifyUri(), scrobble.song(), milliseconds),
        scrobble.song(),
        scrobble.album(),
        scrobble.spotifyUri(),
        end,
        milliseconds,
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        columns.source(),
        Optional.of(scrobble.start().toTheMinute() ? Stamp.END_TO_THE_MINUTE : Stamp.END),
        scrobble.ids());
  }

  @Override
  public Optional<ListName> playlist() {
    return columns.tellTime()
        ? Optional.empty()
        : Optional.of(new ListName(name, PlaylistKept.Source.CSV));
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
