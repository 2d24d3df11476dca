package io.chihiro.ingest.catalogue;

import io.chihiro.events.Song;
import io.chihiro.ingest.catalogue.CatalogueColumns.Role;
import io.chihiro.ingest.catalogue.CatalogueRow.Dropped;
import io.chihiro.ingest.catalogue.CatalogueRow.Place;
import io.chihiro.ingest.catalogue.CatalogueRow.Reason;
import io.chihiro.ingest.catalogue.CatalogueRow.Told;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the cells of a row say. Pure.
final class CatalogueReading {
  /// What comes of bytes that are no UTF-8.
  static final char NO_CHARACTER = '\ufffd';

  private static final int LONGEST_NAME = 500;
  private static final int LONGEST_ID = 100;
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}\\u00a0]+");
  private static final Pattern SPOTIFY = Pattern.compile("(?:.*[:/])?([A-Za-z0-9]{22})(?:\\?.*)?");
  private static final Pattern LETTER = Pattern.compile("[A-Za-z]");

  private CatalogueReading() {}

  /// What a row says.
  ///
  /// @param cells text by heading
  static CatalogueRow row(Place place, CatalogueColumns columns, Map<String, String> cells) {
    if (columns.annotate() || columns.judge()) {
      return NoteReading.row(place, columns, cells);
    }
    return song(place, columns, cells);
  }

  private static CatalogueRow song(
      Place place, CatalogueColumns columns, Map<String, String> cells) {
    Optional<String> title = columns.text(cells, Role.TITLE).map(CatalogueReading::line);
    Optional<String> artist = columns.text(cells, Role.ARTIST).map(CatalogueReading::line);
    Map<String, String> ids = ids(columns, cells);
    Optional<Reason> wrong = wrong(title.orElse(""), artist.orElse(""));
    boolean byId = columns.audioOnly() && !ids.isEmpty();
    if (wrong.filter(why -> why != Reason.NO_TITLE || !byId).isPresent()) {
      return new Dropped(place, wrong.get());
    }
    Optional<Song> spelled =
        wrong.isPresent()
            ? Optional.empty()
            : Optional.of(new Song(title.orElseThrow(), artist.orElseThrow()));
    return new Told(place, song(columns, cells, spelled, ids));
  }

  /// What is wrong with what a song is called.
  static Optional<Reason> wrong(String title, String artist) {
    if (title.isEmpty() || artist.isEmpty()) {
      return Optional.of(Reason.NO_TITLE);
    }
    if (title.length() > LONGEST_NAME || artist.length() > LONGEST_NAME) {
      return Optional.of(Reason.TITLE_TOO_LONG);
    }
    boolean damaged = title.indexOf(NO_CHARACTER) >= 0 || artist.indexOf(NO_CHARACTER) >= 0;
    return damaged ? Optional.of(Reason.NOT_UTF8) : Optional.empty();
  }

  private static ToldSong song(
      CatalogueColumns columns,
      Map<String, String> cells,
      Optional<Song> spelled,
      Map<String, String> ids) {
    return new ToldSong(
        spelled,
        ids,
        columns.text(cells, Role.YEAR).flatMap(Numbers::year),
        columns.text(cells, Role.TAG).map(NameList::of).orElse(List.of()),
        columns.text(cells, Role.VIEWS).flatMap(Numbers::count),
        columns.text(cells, Role.FEATURES).map(NameList::of).orElse(List.of()),
        columns.text(cells, Role.LANGUAGE).flatMap(Language::of),
        audio(columns, cells),
        columns.text(cells, Role.LYRICS),
        columns.audioOnly());
  }

  private static Map<String, Double> audio(CatalogueColumns columns, Map<String, String> cells) {
    Map<String, Double> audio = new HashMap<>();
    for (String heading : columns.audio()) {
      Optional.ofNullable(cells.get(heading))
          .flatMap(text -> AudioMeasure.value(heading, text))
          .ifPresent(value -> audio.put(AudioMeasure.name(heading), value));
    }
    return audio;
  }

  private static Map<String, String> ids(CatalogueColumns columns, Map<String, String> cells) {
    Map<String, String> ids = new HashMap<>();
    id(columns, cells, Role.ID).ifPresent(id -> put(ids, id));
    id(columns, cells, Role.SPOTIFY).ifPresent(id -> put(ids, id));
    id(columns, cells, Role.ISRC).ifPresent(id -> ids.put("isrc", id));
    id(columns, cells, Role.MBID).ifPresent(id -> ids.put("mbid", id));
    return ids;
  }

  private static Optional<String> id(
      CatalogueColumns columns, Map<String, String> cells, Role role) {
    return columns
        .text(cells, role)
        .map(CatalogueReading::line)
        .map(Numbers::whole)
        .filter(id -> id.length() <= LONGEST_ID);
  }

  // Whatever the column is called: what Spotify gives to a song looks like nothing else.
  private static void put(Map<String, String> ids, String id) {
    var spotify = SPOTIFY.matcher(id);
    if (spotify.matches() && LETTER.matcher(spotify.group(1)).find()) {
      ids.put("spotify", "spotify:track:" + spotify.group(1));
      return;
    }
    ids.put("catalogue", id);
  }

  /// A text on one line.
  static String line(String text) {
    return BLANKS.matcher(text).replaceAll(" ").strip();
  }
}
