package io.chihiro.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.LyricsKept;
import io.chihiro.events.Song;
import io.chihiro.events.SongListed;
import io.chihiro.events.Topics;
import io.chihiro.ingest.CatalogueAccount.Problem;
import io.chihiro.ingest.catalogue.CatalogueMapping;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Every row of a catalogue is stored or accounted for, and so are its lyrics.
class ImportSongsTest extends ImportedCatalogue {
  @Test
  void everyRowAndAllLyricsHaveTheirPlaceInTheAccount() throws Exception {
    SongImport ended =
        run(
            "songs.csv",
            HEADINGS
                + row(SALT, "pop,1999,12,{},\"" + words(1) + "\",1")
                + row(BUS, "fado,2007,5,{},La la,2")
                + row(new Song("Page", "Web"), ",,,,\"<html><body>" + words(2) + "\",3")
                + ",Nobody,pop,1999,1,{},,4\n"
                + row(new Song("Other", "Ana Moura"), "fado,2007,5,{},,2")
                + row(SALT, "pop,1999,12,{},,1"));

    assertEquals(ImportStatus.DONE, ended.status());
    ImportAccount songs = ended.account().songs();
    assertEquals(6, songs.rows());
    assertEquals(3, songs.stored());
    assertEquals(
        Map.of("no title or artist", 1L, "the id of another song", 1L, "duplicate", 1L),
        songs.dropped());
    assertEquals(1, ended.account().lyrics().kept());
    assertEquals(Map.of("too short", 1L, "a web page", 1L), ended.account().lyrics().leftOut());
    assertEquals(
        "3 songs stored. Of 3 lyrics 2 were left out (a web page 1, too short 1).",
        ended.message());
    assertEquals(Optional.of(words(1)), lyrics(SALT));
    assertEquals(List.of("fado"), listed(BUS).tags(), "a song keeps its other data");
    assertEquals(Optional.empty(), lyrics(BUS));
  }

  @Test
  void whatIsWrongIsNamedByFileAndRowAndNeverQuoted() throws Exception {
    SongImport ended =
        run("songs.csv", HEADINGS + row(SALT, ",,,,,1") + row(BUS, ",,,,Canary words,1"));

    assertEquals(
        List.of(new Problem("songs.csv", 2, 3, "the id of another song")),
        ended.account().problems());
    assertFalse(ended.toString().contains("Canary"), ended.toString());
  }

  @Test
  void theSameCatalogueAgainIsKnownAlready() throws Exception {
    String text =
        HEADINGS
            + row(SALT, "pop,1999,12,{},\"" + words(1) + "\",1")
            + row(SALT, "rock,2001,13,{},,5")
            + row(BUS, "fado,2007,5,{},,2");
    run("songs.csv", text);
    Map<String, SongListed> before = events.all(Topics.SONG_LISTINGS);

    SongImport again = run("songs.csv", text);

    assertEquals(Map.of("known already", 2L, "duplicate", 1L), again.account().songs().dropped());
    assertEquals(0, again.account().songs().stored());
    assertEquals(
        "Nothing new: all 2 songs in it were known already." + " Lyrics of 1 song were kept.",
        again.message());
    assertEquals(before, events.all(Topics.SONG_LISTINGS));
    assertEquals(Optional.of(1999), listed(SALT).year(), "the first row of a file counts");
    assertEquals(List.of("pop", "rock"), listed(SALT).tags());
  }

  @Test
  void twoRowsWithOtherWordsEndTheSameHoweverOftenTheyCome() throws Exception {
    String text =
        HEADINGS
            + row(SALT, ",,,,\"" + words(1) + "\",1")
            + row(SALT, ",,,,\"" + words(2) + "\",1");
    for (int i = 0; i < 3; i++) {
      SongImport ended = run("songs.csv", text);

      assertEquals(Optional.of(words(1)), lyrics(SALT));
      assertEquals(
          Map.of("the song has others in this file", 1L), ended.account().lyrics().leftOut());
    }
  }

  @Test
  void aNewerCatalogueCorrectsAnOlderOne() throws Exception {
    run("songs.csv", HEADINGS + row(SALT, "pop,1999,12,{},\"" + words(1) + "\",1"));

    run("newer.csv", HEADINGS + row(SALT, ",1998,,{},\"" + words(2) + "\",1"));

    assertEquals(Optional.of(1998), listed(SALT).year());
    assertEquals(Optional.of(12L), listed(SALT).views(), "what it does not say stays");
    assertEquals(Optional.of(words(2)), lyrics(SALT));
  }

  @Test
  void wordsThatTheOwnerPastedAreNotReplaced() throws Exception {
    LyricsKept own = LyricsKept.of("owner", listedId(SALT), words(9));
    events.write(Topics.LYRICS, own.key(), own, Map.of("import", WriteLyrics.BY_HAND));

    SongImport ended = run("songs.csv", HEADINGS + row(SALT, ",,,,\"" + words(1) + "\",1"));

    assertEquals(Optional.of(words(9)), lyrics(SALT));
    assertEquals(
        Map.of("you gave other words to the song", 1L), ended.account().lyrics().leftOut());
  }

  @Test
  void whatSongsSoundLikeJoinsByIdElseByName() throws Exception {
    run("songs.csv", HEADINGS + row(SALT, "pop,1999,1,{},,4711") + row(BUS, ",,,,,"));

    SongImport ended =
        run(
            "features.csv",
            """
            genius_id,title,artist,valence,energy
            4711.0,Salt Water (Sped Up),The Harbour Lights,0.25,0.5
            4711,Another Song,Another Artist,0.75,0.5
            ,night bus,ANA MOURA,0.125,0.5
            """);

    assertEquals(3, ended.account().songs().stored());
    assertEquals(Map.of("valence", 0.25, "energy", 0.5), listed(SALT).audio());
    assertEquals(Optional.of(1999), listed(SALT).year());
    assertEquals(0.125, listed(BUS).audio().get("valence"));
    Song another = new Song("Another Song", "Another Artist");
    assertEquals(0.75, listed(another).audio().get("valence"), "its name says it is another");
  }

  @Test
  void anIdThatNoSongHasIsNamed() throws Exception {
    SongImport ended = run("features.csv", "id,valence,energy\n77,0.5,0.5\n");

    assertEquals(ImportStatus.FAILED, ended.status());
    assertEquals(
        "Nothing was stored: of 1 rows in features.csv none can be used"
            + " (an id that no song has 1).",
        ended.message());
  }

  @Test
  void whatIsNoCatalogueFailsInASentence() throws Exception {
    assertEquals("songs.csv is empty.", run("songs.csv", "").message());
    SongImport headings = run("songs.csv", HEADINGS);
    assertEquals(ImportStatus.FAILED, headings.status());
    assertEquals("Nothing was stored: songs.csv has headings and no rows.", headings.message());
    assertTrue(run("diary.txt", "Dear diary,\nno songs.").message().contains("\"title\""));
  }

  @Test
  void anotherUsersSongsAreAnothers() throws Exception {
    run("songs.csv", HEADINGS + row(SALT, "pop,1999,1,{},,1"));
    Path file = Files.writeString(folder.resolve("ben"), HEADINGS + row(SALT, ",,,,,1"));

    SongImport bens =
        importer(ledger, events)
            .run(ledger.open("ben", "songs.csv", file, Instant.EPOCH, CatalogueMapping.USUAL));

    assertEquals(1, bens.account().songs().stored());
    assertEquals(2, events.all(Topics.SONG_LISTINGS).size());
  }

  @Test
  void whatIsExportedIsTheSameCatalogueAgain() throws Exception {
    run("songs.csv", HEADINGS + row(SALT, "pop,1999,12,\"{\"\"Ana\"\"}\",\"" + words(1) + "\",1"));
    run(
        "features.csv",
        "title,artist,valence,time_signature\nSalt Water,The Harbour Lights,0.5,4\n");
    SongListed before = listed(SALT);
    String line = ExportedListings.line(before);
    events.delete(Topics.SONG_LISTINGS, key(SALT));

    run("catalogue.jsonl", line + "\n");

    assertEquals(before, listed(SALT));
    assertFalse(line.contains("harbour wall") || line.contains("Line 1"), line);
  }

  @Test
  void aRealFileOfAudioFeaturesComesIn() throws Exception {
    SongImport ended = run("features.csv", SharedData.read("audio-features/songs-1-2500.csv"));

    ImportAccount songs = ended.account().songs();
    assertEquals(2500, songs.rows());
    assertTrue(songs.stored() > 1700, "many songs are there twice: " + songs);
    assertTrue(
        events.all(Topics.SONG_LISTINGS).values().stream()
            .allMatch(song -> song.audio().containsKey("valence")));
  }

  private static String listedId(Song song) {
    return key(song).substring("owner/".length());
  }
}
