package io.chihiro.ingest;

import io.chihiro.events.EventWriter;
import io.chihiro.events.Keys;
import io.chihiro.events.LyricsKept;
import io.chihiro.events.Song;
import io.chihiro.events.SongListed;
import io.chihiro.events.SongName;
import io.chihiro.events.TextHash;
import io.chihiro.events.Topics;
import io.chihiro.ingest.KnownSongs.Known;
import io.chihiro.ingest.KnownSongs.Words;
import io.chihiro.ingest.catalogue.CatalogueLyrics;
import io.chihiro.ingest.catalogue.CatalogueRow;
import io.chihiro.ingest.catalogue.CatalogueRow.Annotated;
import io.chihiro.ingest.catalogue.CatalogueRow.Dropped;
import io.chihiro.ingest.catalogue.CatalogueRow.ForPersona;
import io.chihiro.ingest.catalogue.CatalogueRow.Place;
import io.chihiro.ingest.catalogue.CatalogueRow.Reason;
import io.chihiro.ingest.catalogue.CatalogueRow.Told;
import io.chihiro.ingest.catalogue.ToldSong;
import java.util.Map;
import java.util.Optional;

/// `a row → LYRICS, SONG_LISTINGS`: finds the song that a row is about, and writes what it adds to
/// what is known of it.
final class ListSongs {
  private static final String YOURS = "you gave other words to the song";

  private final String user;
  private final String by;
  private final KnownSongs known;
  private final PastedWords pasted;
  private final EventWriter events;
  private final CatalogueAccount.Tally tally;
  private final KeepNotes notes;

  ListSongs(
      SongImport start,
      KnownSongs known,
      PastedWords pasted,
      EventWriter events,
      CatalogueAccount.Tally tally) {
    this.user = start.user();
    this.by = start.id();
    this.known = known;
    this.pasted = pasted;
    this.events = events;
    this.tally = tally;
    this.notes = new KeepNotes(start, known, events, tally);
  }

  /// The song that a row is about.
  ///
  /// @param found nothing if there is none
  private record About(Optional<Found> found, Reason otherwise) {}

  /// A song by its id and its name.
  private record Found(String song, Song named) {}

  /// A row that has its place in the account already.
  void meet(long number, CatalogueRow row) {
    if (row instanceof Told(Place _, ToldSong told)) {
      about(told).found().ifPresent(song -> met(number, told, song));
    }
  }

  // Before the kill it may have been written by this row, or only met.
  private void met(long number, ToldSong told, Found song) {
    claim(told, song.song());
    told.lyrics().flatMap(cell -> sameWords(cell, song)).ifPresent(words -> meetWords(song, words));
    known
        .listed(user, song.song())
        .filter(before -> !before.by().equals(by))
        .ifPresent(before -> known.put(new Known(before.listed(), by, MetRows.met(number))));
  }

  /// A row that has not.
  void take(long number, CatalogueRow row) {
    switch (row) {
      case Dropped(Place place, Reason reason) -> drop(place, reason);
      case Annotated annotated -> notes.take(number, annotated);
      case ForPersona judged -> notes.take(number, judged);
      case Told(Place place, ToldSong told) -> {
        About about = about(told);
        about
            .found()
            .ifPresentOrElse(
                song -> song(number, place, told, song), () -> drop(place, about.otherwise()));
      }
    }
  }

  private void drop(Place place, Reason reason) {
    tally.dropped(reason.words());
    tally.problem(place, reason.words());
  }

  private About about(ToldSong told) {
    Optional<Found> byName = told.spelled().map(ListSongs::byName);
    if (told.audioOnly()) {
      return new About(byId(told).or(() -> byName), Reason.UNKNOWN_ID);
    }
    boolean taken = byName.filter(song -> isAnothers(told, song.song())).isPresent();
    return new About(taken ? Optional.empty() : byName, Reason.ID_OF_ANOTHER);
  }

  private static Found byName(Song spelled) {
    SongName name = SongName.of(spelled);
    return new Found(name.id(), name.plain());
  }

  // Two catalogues may number their songs from one: where a row also says what its song is called,
  // title or artist has to be the same.
  private Optional<Found> byId(ToldSong told) {
    return told.ids().entrySet().stream()
        .flatMap(id -> known.songOf(id.getKey(), id.getValue()).stream())
        .flatMap(song -> known.named(user, song).map(named -> new Found(song, named)).stream())
        .filter(song -> told.spelled().map(spelled -> isLike(spelled, song.named())).orElse(true))
        .findFirst();
  }

  private static boolean isLike(Song one, Song other) {
    SongName name = SongName.of(one);
    SongName another = SongName.of(other);
    return name.titleKey().equals(another.titleKey())
        || name.artistKey().equals(another.artistKey());
  }

  private boolean isAnothers(ToldSong told, String song) {
    return told.ids().entrySet().stream()
        .flatMap(id -> known.songOf(id.getKey(), id.getValue(), by).stream())
        .anyMatch(claimed -> !claimed.equals(song));
  }

  private void claim(ToldSong told, String song) {
    told.ids().forEach((kind, id) -> known.putId(song, kind, id, by));
  }

  private void song(long number, Place place, ToldSong told, Found song) {
    claim(told, song.song());
    boolean newWords = told.lyrics().filter(text -> lyrics(number, place, text, song)).isPresent();
    Optional<Known> before = known.listed(user, song.song());
    boolean metBefore = before.filter(each -> each.by().equals(by)).isPresent();
    SongListed now =
        before
            .map(each -> CatalogueListing.both(each.listed(), told, !metBefore))
            .orElseGet(() -> CatalogueListing.first(user, song.song(), song.named(), told));
    boolean changed = !before.map(Known::listed).equals(Optional.of(now));
    MetRows rows = before.filter(_ -> metBefore).map(Known::rows).orElse(MetRows.met(number));
    if (changed) {
      write(now, rows.andWrote(number));
    } else if (!metBefore) {
      known.put(new Known(now, by, rows));
    }
    // What was written just before a kill is there, and counts as written by its row.
    if (changed || newWords || rows.wrote().contains(number)) {
      tally.taken();
      return;
    }
    again(place, told, rows.first() != number);
  }

  private void write(SongListed listed, MetRows rows) {
    events.write(Topics.SONG_LISTINGS, listed.key(), listed, beside(rows.text()));
    known.put(new Known(listed, by, rows));
  }

  private void again(Place place, ToldSong told, boolean metBefore) {
    if (!metBefore) {
      tally.dropped(Reason.KNOWN_ALREADY.words());
      return;
    }
    tally.dropped(Reason.DUPLICATE.words());
    if (!told.ids().isEmpty()) {
      tally.problem(place, Reason.DUPLICATE.words());
    }
  }

  private Optional<Words> sameWords(String cell, Found song) {
    return CatalogueLyrics.of(cell) instanceof CatalogueLyrics.Kept(String text)
        ? known.words(song.song()).filter(words -> words.sha256().equals(TextHash.of(text)))
        : Optional.empty();
  }

  /// Keeps lyrics that pass.
  ///
  /// @return whether this row brought them
  private boolean lyrics(long number, Place place, String cell, Found song) {
    return switch (CatalogueLyrics.of(cell)) {
      case CatalogueLyrics.LeftOut(String why) -> {
        leaveOut(place, why);
        yield false;
      }
      case CatalogueLyrics.Kept(String text) ->
          pasted.undisturbed(() -> keep(number, place, text, song));
    };
  }

  private void leaveOut(Place place, String why) {
    tally.lyricsLeftOut(why);
    tally.problem(place, "lyrics left out: " + why);
  }

  private boolean keep(long number, Place place, String text, Found song) {
    String sha256 = TextHash.of(text);
    Optional<Words> before = pasted.since(Keys.of(user, song.song()), known.words(song.song()));
    Optional<Words> same = before.filter(words -> words.sha256().equals(sha256));
    if (same.isPresent()) {
      tally.lyricsKept();
      meetWords(song, same.get());
      return same.get().by().equals(by) && same.get().row() == number;
    }
    if (before.filter(words -> words.by().equals(WriteLyrics.BY_HAND)).isPresent()) {
      leaveOut(place, YOURS);
      return false;
    }
    if (before.filter(words -> words.by().equals(by)).isPresent()) {
      leaveOut(place, "the song has others in this file");
      return false;
    }
    tally.lyricsKept();
    write(number, new LyricsKept(user, song.song(), text, sha256));
    return true;
  }

  // A later row with other words must not take the place of those that an earlier one met.
  private void meetWords(Found song, Words met) {
    if (!met.by().equals(by) && !met.by().equals(WriteLyrics.BY_HAND)) {
      known.putWords(song.song(), new Words(met.sha256(), by, 0));
    }
  }

  // Before the listing, so that the song is told once, with both.
  private void write(long number, LyricsKept lyrics) {
    Words words = new Words(lyrics.sha256(), by, number);
    events.write(Topics.LYRICS, lyrics.key(), lyrics, TopicSongArchive.beside(words));
    known.putWords(lyrics.song(), words);
  }

  private Map<String, String> beside(String rows) {
    return Map.of(TopicSongArchive.IMPORT_HEADER, by, TopicSongArchive.ROW_HEADER, rows);
  }
}
