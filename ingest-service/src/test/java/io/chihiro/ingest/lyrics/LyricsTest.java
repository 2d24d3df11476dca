package io.chihiro.ingest.lyrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.Song;
import io.chihiro.ingest.lyrics.Lyrics.Absent;
import io.chihiro.ingest.lyrics.Lyrics.Found;
import io.chihiro.ingest.lyrics.Lyrics.Unknown;
import io.chihiro.ingest.web.Reply.Silent;
import io.chihiro.ingest.web.ScriptedWeb;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The words below are made up by this project.
class LyricsTest {
  private static final String WORDS =
      """
      The lamps along the harbour wall go out from left to right,
      I count them as I counted ships the winter you took flight.
      The kettle speaks, the gulls reply, the tide has come and gone,
      and someone left the radio of some old summer on.
      Salt water in my coffee cup, salt water on the stair,
      I would have kept your letters dry, but they were never there.""";
  private static final Song SALT_WATER = new Song("Salt Water", "The Harbour Lights");
  private static final LyricsWanted WANTED =
      new LyricsWanted(SALT_WATER, Optional.of(Duration.ofSeconds(214)));

  private final ScriptedWeb web = new ScriptedWeb();
  private final LrcLib lrcLib = new LrcLib(URI.create("https://lrclib.test"), web);
  private final LyricsOvh ovh = new LyricsOvh(URI.create("https://ovh.test"), web);

  @Test
  void theVersionOfTheRightLengthIsTaken() throws InterruptedException {
    web.then(200, "[" + result(250, WORDS + "\nlive") + "," + result(215.4, WORDS) + "]");

    assertEquals(new Found(WORDS, "LRCLIB"), lrcLib.find(WANTED));
    assertEquals(
        "https://lrclib.test/api/search?artist_name=The%20Harbour%20Lights&track_name=Salt%20Water",
        web.asked().getFirst().address().toString());
  }

  @Test
  void anotherSongsWordsAreNotTaken() throws InterruptedException {
    web.then(200, "[" + result(217, WORDS) + "]").then(200, "[]");

    assertInstanceOf(Absent.class, lrcLib.find(WANTED));
    assertInstanceOf(Absent.class, lrcLib.find(WANTED));
  }

  @Test
  void anInstrumentalHasNoWords() throws InterruptedException {
    web.then(200, "[" + result(214, "").replace("false", "true") + "]");

    assertEquals(new Absent("instrumental"), lrcLib.find(WANTED));
  }

  @Test
  void wordsWithTimeStampsLoseThem() throws InterruptedException {
    String stamped = "[00:01.20]" + WORDS.replace("\n", "\\n[00:12.00] ");
    web.then(
        200,
        "["
            + result(214, "")
                .replace(
                    "\"plainLyrics\":\"\"",
                    "\"plainLyrics\":null,\"syncedLyrics\":\"" + stamped + "\"")
            + "]");

    assertEquals(new Found(WORDS, "LRCLIB"), lrcLib.find(WANTED));
  }

  @ParameterizedTest
  @CsvSource({"429, ''", "503, <html>", "200, '[{\"trackN'", "200, '{\"a\":1}'", "404, '{}'"})
  void whatGoesWrongIsUnknownAndNeverAbsent(int status, String body) throws InterruptedException {
    web.then(status, body).then(status, body);

    assertInstanceOf(Unknown.class, lrcLib.find(WANTED));
    assertInstanceOf(Unknown.class, ovh.find(WANTED));
  }

  @Test
  void lyricsOvhThatHasNothingKnowsNothing() throws InterruptedException {
    web.then(200, "{\"lyrics\":\"\"}").then(404, "{\"error\":\"No lyrics found\"}");

    assertInstanceOf(Unknown.class, ovh.find(WANTED));
    assertInstanceOf(Unknown.class, ovh.find(WANTED));
  }

  @Test
  void theSecondIsAskedWhenTheFirstHasNothing() throws InterruptedException {
    web.then(200, "[]").then(200, "{\"lyrics\":\"" + WORDS.replace("\n", "\\n") + "\"}");

    assertEquals(
        new Found(WORDS, "lyrics.ovh"), new LyricsChain(List.of(lrcLib, ovh)).find(WANTED));
  }

  @Test
  void nobodyKnowsIsNotTheSameAsThereIsNothing() throws InterruptedException {
    web.then(200, "[]").then(new Silent("did not answer within 30 seconds"));

    assertEquals(
        new Unknown("lyrics.ovh did not answer within 30 seconds"),
        new LyricsChain(List.of(lrcLib, ovh)).find(WANTED));
  }

  @Test
  void aFileInANestedFolderIsFoundByItsName(@TempDir Path folder) throws IOException {
    Path nested = Files.createDirectories(folder.resolve("h").resolve("The Harbour Lights"));
    Files.writeString(nested.resolve("Salt Water.lrc"), "[ar:x]\n[00:01.20]" + WORDS);

    assertEquals(new Found(WORDS, "your folder"), new LyricsFolder(folder).find(WANTED));
    assertInstanceOf(
        Absent.class,
        new LyricsFolder(folder)
            .find(new LyricsWanted(new Song("Night Bus", "Ana Moura"), Optional.empty())));
  }

  @Test
  void aTextPastedFromGeniusLosesWhatIsNotSung() {
    String pasted =
        "12 ContributorsSalt Water Lyrics\n[Verse 1]\n"
            + WORDS.replace("and gone,\n", "and gone,\nYou might also like[Chorus]\n")
            + "37Embed";

    Found found = assertInstanceOf(Found.class, LyricsChain.pasted(pasted));

    assertEquals(WORDS, found.text().replaceAll("\n+", "\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "La la la", "Some words, but not all of the song."})
  void whatIsTooShortIsNotKept(String text) {
    assertInstanceOf(Unknown.class, LyricsChain.pasted(text));
  }

  @Test
  void oneLineOverAndOverIsNotKept() {
    assertInstanceOf(Unknown.class, LyricsChain.pasted("na na na na hey\n".repeat(200)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Instrumental", "[Instrumental]", " (instrumental) "})
  void aTextThatSaysInstrumentalSaysThatThereAreNone(String text) {
    assertEquals(new Absent("instrumental"), LyricsGate.judge(text, "x"));
  }

  @Test
  void theShelfKeepsWordsThatASourceLostLater(@TempDir Path folder) {
    LyricsShelf shelf = new LyricsShelf(folder);
    var now = Instant.parse("2026-06-01T08:00:00Z");
    var _ = shelf.keep("owner", SALT_WATER, new Found(WORDS, "you"), now);
    var _ = shelf.keep("owner", SALT_WATER, new Absent("nowhere"), now);

    assertEquals(
        Optional.of(WORDS),
        new LyricsShelf(folder).find("owner", SALT_WATER).flatMap(LyricsShelf.Kept::text));
    assertEquals(Optional.empty(), shelf.find("ben", SALT_WATER));
  }

  @Test
  void unknownIsAskedAgainBeforeAbsent(@TempDir Path folder) {
    LyricsShelf shelf = new LyricsShelf(folder);
    var now = Instant.parse("2026-06-01T08:00:00Z");
    var unknown = shelf.keep("owner", SALT_WATER, new Unknown("x"), now);
    var absent = shelf.keep("owner", new Song("a", "b"), new Absent("x"), now);
    var later = now.plus(Duration.ofDays(8));

    assertTrue(unknown.stale(later));
    assertFalse(absent.stale(later));
    assertTrue(absent.stale(now.plus(Duration.ofDays(91))));
  }

  @Test
  void nobodyIsAskedBeforeTheOwnerSaysSo(@TempDir Path folder) {
    LyricsShelf shelf = new LyricsShelf(folder);

    assertFalse(shelf.mayAsk("owner"));
    shelf.allow("owner", true);
    assertTrue(new LyricsShelf(folder).mayAsk("owner"));
    shelf.allow("owner", false);
    assertFalse(shelf.mayAsk("owner"));
  }

  private static String result(double seconds, String words) {
    return """
    {"trackName":"salt  water","artistName":"The Harbour Lights","duration":%s,\
    "instrumental":false,"plainLyrics":"%s"}"""
        .formatted(seconds, words.replace("\n", "\\n"));
  }
}
