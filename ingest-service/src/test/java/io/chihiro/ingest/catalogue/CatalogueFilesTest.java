package io.chihiro.ingest.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.Song;
import io.chihiro.ingest.catalogue.CatalogueFiles.Catalogue;
import io.chihiro.ingest.catalogue.CatalogueFiles.NoCatalogue;
import io.chihiro.ingest.catalogue.CatalogueFiles.Opened;
import io.chihiro.ingest.catalogue.CatalogueRow.Annotated;
import io.chihiro.ingest.catalogue.CatalogueRow.Dropped;
import io.chihiro.ingest.catalogue.CatalogueRow.ForPersona;
import io.chihiro.ingest.catalogue.CatalogueRow.Place;
import io.chihiro.ingest.catalogue.CatalogueRow.Reason;
import io.chihiro.ingest.catalogue.CatalogueRow.Told;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tables and lines as others write them, whole and broken.
class CatalogueFilesTest {
  private static final String HEADINGS =
      "title,tag,artist,year,views,features,lyrics,id,language\n";
  private static final String SALT =
      "Salt Water,pop,The Harbour Lights,1999,\"12,400\",{\"Ana Moura\"},"
          + "\"[Chorus]\nSalt, \"\"salt\"\" on the stair\n\",4711,en\n";
  private static final String BUS = "Night Bus,fado,Ana Moura,2007.0,55,{},,4712,pt\n";

  @Test
  void aTableOfGeniusIsRead() throws IOException {
    List<CatalogueRow> rows = rows(HEADINGS + SALT + "\n" + BUS);

    ToldSong salt = told(rows.getFirst());
    assertEquals(Optional.of(new Song("Salt Water", "The Harbour Lights")), salt.spelled());
    assertEquals(Map.of("catalogue", "4711"), salt.ids());
    assertEquals(Optional.of(1999), salt.year());
    assertEquals(List.of("pop"), salt.tags());
    assertEquals(Optional.of(12_400L), salt.views());
    assertEquals(List.of("Ana Moura"), salt.featured());
    assertEquals(Optional.of("en"), salt.language());
    assertEquals(Optional.of("[Chorus]\nSalt, \"salt\" on the stair"), salt.lyrics());
    ToldSong bus = told(rows.get(1));
    assertEquals(Optional.of(2007), bus.year());
    assertEquals(List.of(), bus.featured());
    assertEquals(Optional.empty(), bus.lyrics());
    assertEquals(new Place("a.csv", 2, 6), rows.get(1).place());
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "\t", "|"})
  void anotherSeparatorIsRecognised(String separator) throws IOException {
    String table = "Title,Artist,Year\nSalt Water,The Harbour Lights,1999\n";

    assertEquals(1999, told(rows(table.replace(",", separator)).getFirst()).year().orElseThrow());
  }

  @Test
  void linesOfWindowsAndASignBeforeTheTextDoNoHarm() throws IOException {
    List<CatalogueRow> rows = rows("\ufefftitle,artist\r\n\"A\",B\r\nC,\"D\"\r\n");

    assertEquals(List.of("A - B", "C - D"), rows.stream().map(each -> name(told(each))).toList());
  }

  @Test
  void aQuoteThatIsNotClosedCostsItsOwnRowAlone() throws IOException {
    String broken = "Broken,pop,Nobody,2001,1,{},\"never closed,\nla la la\noh, la\n,1,en\n";

    List<CatalogueRow> rows = rows(HEADINGS + BUS + broken + SALT + BUS);

    assertEquals(
        List.of("told", "a quote that is not closed", "told", "told"),
        rows.stream().map(CatalogueFilesTest::outcome).toList());
    assertEquals(new Place("a.csv", 2, 3), rows.get(1).place());
    assertEquals(4711, Integer.parseInt(told(rows.get(2)).ids().getOrDefault("catalogue", "")));
  }

  @Test
  void aQuoteWithinQuotesIsBrokenAndTheNextRowIsNot() throws IOException {
    List<CatalogueRow> rows =
        rows(HEADINGS + "A,pop,B,2001,1,{},\"he said \"hi\" to me\",1,en\n" + BUS);

    assertEquals(
        List.of("a quote that is not closed", "told"),
        rows.stream().map(CatalogueFilesTest::outcome).toList());
  }

  @Test
  void aQuoteThatIsOpenAtTheEndOfTheFileLosesNothingBeforeIt() throws IOException {
    List<CatalogueRow> rows = rows(HEADINGS + BUS + "A,pop,B,2001,1,{},\"cut off\nin the mid");

    assertEquals(
        List.of("told", "a quote that is not closed"),
        rows.stream().map(CatalogueFilesTest::outcome).toList());
  }

  @Test
  void tenMegabytesInOneCellAreDroppedAndTheNextRowIsRead() throws IOException {
    String giant = "A,pop,B,2001,1,{},\"" + "la la\n".repeat(1_700_000) + "\",1,en\n";

    List<CatalogueRow> rows = rows(HEADINGS + giant + BUS);

    assertEquals(
        List.of("longer than a million characters", "told"),
        rows.stream().map(CatalogueFilesTest::outcome).toList());
  }

  @Test
  void aRowWithTooFewCellsIsNamed() throws IOException {
    List<CatalogueRow> rows = rows(HEADINGS + "Salt Water,pop,The Harb\n" + BUS);

    assertEquals(
        List.of("not as many cells as headings", "told"),
        rows.stream().map(CatalogueFilesTest::outcome).toList());
  }

  @Test
  void columnsMayBeCalledOtherwise() throws IOException {
    String table = "Stück,Wer,Was\nSalt Water,The Harbour Lights,pop\n";
    CatalogueMapping mapping =
        new CatalogueMapping(
            Optional.of("Stück"),
            Optional.of("Wer"),
            Optional.of("Was"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    assertInstanceOf(NoCatalogue.class, open(table, CatalogueMapping.USUAL));
    Catalogue opened = assertInstanceOf(Catalogue.class, open(table, mapping));
    assertEquals(List.of("pop"), told(all(opened).getFirst()).tags());
  }

  @Test
  void jsonLinesAreReadAndABrokenOneCostsItself() throws IOException {
    List<CatalogueRow> rows =
        rows(
            """
            {"title":"Salt Water","artist":"The Harbour Lights","features":["Ana Moura"],"year":1999}
            {"title":"cut

            [1]
            {"title":"Night Bus","artist":null}
            {"title":"Night Bus","artist":"Ana Moura","language_cldr":"pt","valence":0.25}
            """);

    assertEquals(
        List.of("told", "not a line of JSON", "not a line of JSON", "no title or artist", "told"),
        rows.stream().map(CatalogueFilesTest::outcome).toList());
    assertEquals(List.of("Ana Moura"), told(rows.getFirst()).featured());
    assertEquals(new Place("a.csv", 5, 6), rows.get(4).place());
    assertEquals(Optional.of("pt"), told(rows.get(4)).language());
    assertEquals(Map.of("valence", 0.25), told(rows.get(4)).audio());
  }

  @Test
  void whatIsNotUtf8IsNamedByItsRow() throws IOException {
    String table = "title,artist\nCafé,Ana\nNight Bus,Ana\n";

    Catalogue opened = assertInstanceOf(Catalogue.class, open(table, StandardCharsets.ISO_8859_1));

    assertEquals(
        List.of("not UTF-8", "told"),
        all(opened).stream().map(CatalogueFilesTest::outcome).toList());
  }

  @Test
  void whatIsNoCatalogueSaysWhy() throws IOException {
    assertEquals("is empty.", why(open("", CatalogueMapping.USUAL)));
    assertEquals("is blank.", why(open(" \n\n", CatalogueMapping.USUAL)));
    assertTrue(why(open("a,b\n1,2\n", CatalogueMapping.USUAL)).contains("title"));
    assertTrue(why(open("{\"a\":1}\n", CatalogueMapping.USUAL)).contains("title"));
    assertTrue(why(open("[{\"title\":1}]", CatalogueMapping.USUAL)).contains("JSON lines"));
    assertTrue(why(open("title,artist\n", StandardCharsets.UTF_16)).contains("UTF-16"));
    assertEquals(
        "is neither a table nor JSON lines.", why(open("a\u0000b", CatalogueMapping.USUAL)));
  }

  @Test
  void whatSongsSoundLikeIsReadWithAnIdAlone() throws IOException {
    List<CatalogueRow> rows =
        rows(
            """
            track_id,valence,energy,tempo
            4uLU6hMCjMI75M1A2tKUQC,0.25,83,178.1
            ,0.5,0.5,90
            """);

    ToldSong song = told(rows.getFirst());
    assertTrue(song.audioOnly());
    assertEquals(Map.of("spotify", "spotify:track:4uLU6hMCjMI75M1A2tKUQC"), song.ids());
    assertEquals(Map.of("valence", 0.25, "tempo", 178.1), song.audio(), "83 is no share of one");
    assertEquals("no title or artist", outcome(rows.get(1)));
  }

  @Test
  void aTitleWithoutEndIsNoTitle() throws IOException {
    List<CatalogueRow> rows = rows("title,artist\n" + "x".repeat(501) + ",B\n");

    assertEquals(Reason.TITLE_TOO_LONG.words(), outcome(rows.getFirst()));
  }

  private static String outcome(CatalogueRow row) {
    return switch (row) {
      case Told _ -> "told";
      case Annotated _ -> "annotated";
      case ForPersona _ -> "for a persona";
      case Dropped(Place _, Reason reason) -> reason.words();
    };
  }

  private static ToldSong told(CatalogueRow row) {
    return assertInstanceOf(Told.class, row).song();
  }

  private static String name(ToldSong song) {
    return song.spelled().orElseThrow().display();
  }

  private static String why(Opened opened) {
    return assertInstanceOf(NoCatalogue.class, opened).why();
  }

  private static List<CatalogueRow> rows(String text) throws IOException {
    return all(assertInstanceOf(Catalogue.class, open(text, CatalogueMapping.USUAL)));
  }

  private static List<CatalogueRow> all(Catalogue catalogue) throws IOException {
    try (CatalogueFile file = catalogue.file()) {
      List<CatalogueRow> rows = new ArrayList<>();
      for (Optional<CatalogueRow> row = file.next(); row.isPresent(); row = file.next()) {
        rows.add(row.get());
      }
      return rows;
    }
  }

  private static Opened open(String text, CatalogueMapping mapping) throws IOException {
    return CatalogueFiles.open("a.csv", bytes(text, StandardCharsets.UTF_8), mapping);
  }

  private static Opened open(String text, Charset charset) throws IOException {
    return CatalogueFiles.open("a.csv", bytes(text, charset), CatalogueMapping.USUAL);
  }

  private static InputStream bytes(String text, Charset charset) {
    return new ByteArrayInputStream(text.getBytes(charset));
  }
}
