package io.chihiro.recommend.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.EightBitVector;
import io.chihiro.events.LyricsKept;
import io.chihiro.events.Song;
import io.chihiro.events.SongDescribed;
import io.chihiro.events.SongEmbedded;
import io.chihiro.events.SongEmbedded.Line;
import io.chihiro.events.SongEmbedded.Part;
import io.chihiro.events.TextHash;
import io.chihiro.events.UnitVector;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.recommend.catalogue.SongCatalogue.Bounds;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SongCatalogueTest {
  private static final String WORDS = "Salt on the window,\nsalt on the stair.";
  private static final String TITLE = "Salt Water";

  private final SongCatalogue catalogue = new SongCatalogue(new Bounds(3, 4));

  @Test
  void aSongIsWholeInWhateverOrderItsRecordsCome() {
    embed("a", Part.LINES, WORDS);
    embed("a", Part.LYRICS, WORDS);
    embed("a", Part.TITLE, TITLE);
    assertEquals(0, catalogue.songs().size(), "nobody has said what it is called");
    catalogue.keep("a", lyrics("a", WORDS));
    catalogue.describe("a", song("a"));

    CatalogueSong song = catalogue.find("a").orElseThrow();
    assertTrue(song.title().isPresent() && song.lyrics().isPresent());
    assertEquals(List.of("salt on the stair."), song.words(List.of(1)));
    assertEquals(2, catalogue.lineCount());
  }

  @Test
  void aVectorCountsOnlyBesideTheTextItWasMadeFrom() {
    catalogue.describe("a", song("a"));
    catalogue.keep("a", lyrics("a", "Other words."));
    embed("a", Part.TITLE, "Another title");
    embed("a", Part.LYRICS, WORDS);
    embed("a", Part.LINES, WORDS);

    CatalogueSong song = catalogue.find("a").orElseThrow();
    assertTrue(song.title().isEmpty() && song.lyrics().isEmpty());
    assertEquals(0, song.lines().size());
    catalogue.keep("a", lyrics("a", WORDS));
    assertEquals(2, catalogue.find("a").orElseThrow().lines().size());
  }

  @Test
  void vectorsOfAnotherVersionAreNotTaken() {
    catalogue.describe("a", song("a"));
    catalogue.embed("a", "title/another", Optional.of(vectors("a", Part.TITLE, TITLE)));

    assertTrue(catalogue.find("a").orElseThrow().title().isEmpty());
  }

  @Test
  void picturesFindASongByTheirOwnVersion() {
    var seen = new SongCatalogue(new Bounds(3, 2), Optional.of("clip-1"));
    seen.describe("a", song("a"));
    seen.keep("a", lyrics("a", WORDS));
    seen.embed("a", "title/clip-1", Optional.of(vectors("a", Part.TITLE, TITLE)));
    seen.embed("a", "lines/clip-1", Optional.of(vectors("a", Part.LINES, WORDS)));
    seen.embed("a", "lines/clip-2", Optional.empty());

    CatalogueSong song = seen.find("a").orElseThrow();
    assertEquals(3, song.picturedLines());
    assertEquals(List.of(TITLE, "salt on the stair."), song.picturedWords(List.of(2, 1)));
    assertEquals(0, song.lines().size(), "nobody who looks for lines finds these");
    seen.describe("b", song("b"));
    seen.keep("b", lyrics("b", WORDS));
    seen.embed("b", "lines/clip-1", Optional.of(vectors("b", Part.LINES, WORDS)));
    assertEquals(2, seen.picturedLinesLeftOut());
    assertEquals(0, seen.linesLeftOut());
  }

  @Test
  void whatHasGoneIsNotFound() {
    catalogue.describe("a", song("a"));
    catalogue.keep("a", lyrics("a", WORDS));
    embed("a", Part.LINES, WORDS);
    catalogue.embed("a", key(Part.LINES), Optional.empty());
    assertEquals(0, catalogue.lineCount());
    catalogue.keep("a", Optional.empty());
    catalogue.describe("a", Optional.empty());

    assertEquals(Optional.empty(), catalogue.find("a"));
  }

  @Test
  void songsThatDoNotFitAreCountedAndLeftOut() {
    for (String id : List.of("a", "b", "c", "d", "e")) {
      catalogue.describe(id, song(id));
      catalogue.keep(id, lyrics(id, WORDS));
    }

    assertEquals(3, catalogue.songs().size());
    assertEquals(2, catalogue.songsLeftOut());
  }

  @Test
  void linesThatDoNotFitAreCountedAndLeftOut() {
    for (String id : List.of("a", "b", "c")) {
      catalogue.describe(id, song(id));
      catalogue.keep(id, lyrics(id, WORDS));
      embed(id, Part.LINES, WORDS);
    }

    assertEquals(4, catalogue.lineCount());
    assertEquals(2, catalogue.linesLeftOut());
    catalogue.embed("a", key(Part.LINES), Optional.empty());
    embed("c", Part.LINES, WORDS);
    assertEquals(4, catalogue.lineCount(), "there is room again");
  }

  private void embed(String song, Part part, String text) {
    catalogue.embed(song, key(part), Optional.of(vectors(song, part, text)));
  }

  private static String key(Part part) {
    return part.word() + "/" + SentenceEncoder.VERSION_INT8;
  }

  private static SongEmbedded vectors(String song, Part part, String text) {
    EightBitVector vector = EightBitVector.of(0.5f, new byte[] {2, 0});
    return new SongEmbedded(
        "owner",
        song,
        part,
        SentenceEncoder.VERSION_INT8,
        TextHash.of(text),
        part == Part.LINES ? Optional.empty() : Optional.of(UnitVector.of(new float[] {1, 0})),
        part == Part.LINES
            ? List.of(new Line(0, 19, vector), new Line(20, 38, vector))
            : List.of());
  }

  private static Optional<LyricsKept> lyrics(String song, String text) {
    return Optional.of(LyricsKept.of("owner", song, text));
  }

  private static Optional<SongDescribed> song(String id) {
    return Optional.of(SongDescribed.listed("owner", id, new Song(TITLE, "The Harbour Lights")));
  }
}
