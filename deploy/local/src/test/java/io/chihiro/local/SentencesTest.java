package io.chihiro.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What the launcher says, word for word.
class SentencesTest {
  @Test
  void anAccountOfAnImportBalancesAndSaysWhatWasDroppedAndWhy() throws IOException {
    PlaysAccount account =
        PlaysAccount.of(
            json(
                "{'file':'a.zip','status':'done','rows':21034,'stored':20100,"
                    + "'dropped':{'podcast':900,'private session':34},'waiting':0}"));
    assertEquals(
        "a.zip: 21,034 rows = 20,100 stored + 934 dropped (podcast 900, private session 34)"
            + " + 0 waiting",
        account.toString());
    assertTrue(account.balances());
    assertTrue(account.ended());
    assertFalse(account.failed());
  }

  @Test
  void anAccountThatDoesNotBalanceSaysSo() throws IOException {
    PlaysAccount account = PlaysAccount.of(json("{'file':'a','rows':3,'stored':2,'waiting':0}"));
    assertTrue(account.toString().endsWith("(this does not balance!)"));
  }

  @Test
  void theAccountOfAJournalSaysWhatWasDroppedAndWhy() throws IOException {
    assertEquals(
        "journal: a.zip (day-one): 1,012 rows = 1,000 stored + 5 dropped (blank 3, repeated 2)"
            + " + 7 that wait for a date",
        JournalAccount.sentence(
            "a.zip",
            "day-one",
            json("{'rows':1012,'stored':1000,'dropped':{'blank':3,'repeated':2},'waiting':7}")));
  }

  @Test
  void progressNamesOnlyTheStagesWhereSomethingWaits() throws IOException {
    JsonNode progress =
        json(
            "{'waiting':14,'stages':[{'service':'ocr-service','waiting':12,'what':'pages to read'},"
                + "{'service':'ingest-service','waiting':0,'what':'plays to count'},"
                + "{'service':'embedding-service','waiting':2,'what':'days to embed'}]}");
    assertEquals("12 pages to read · 2 days to embed", Waiting.described(progress));
  }

  @Test
  void countsAreReadAsWords() throws IOException {
    assertEquals(
        "3 pages, 1,200 days with text", Waiting.counted(json("{'pages':3,'daysWithText':1200}")));
  }

  @Test
  void anAnswerShowsItsEvidenceWrapped() throws IOException {
    JsonNode answer =
        json(
            "{'songs':[{'title':'Summer','artist':'Joe Hisaishi','score':0.51234,"
                + "'firstPlayed':'2024-03-05','lastPlayed':'2025-01-01','plays':41,"
                + "'evidence':[{'date':'2024-03-05','excerpt':'We sat by the sea.','plays':7}]}]}");
    assertEquals(
        List.of(
            " 1.  Summer - Joe Hisaishi  (0.512)",
            "     2024-03-05 to 2025-01-01, 41 plays",
            "     2024-03-05, played 7 times",
            "       “We sat by the sea.”"),
        AnswerText.of(answer).lines().toList());
  }

  @Test
  void anAnswerWithoutSongsSaysWhatIsMissing() throws IOException {
    assertEquals(
        "There are no plays yet.",
        AnswerText.of(json("{'songs':[],'missing':'There are no plays yet.'}")));
  }

  @Test
  void aLongTextIsBrokenAtSpacesOnly() {
    assertEquals("  aa bb\n  cccccccccc\n  d", AnswerText.wrapped("aa bb cccccccccc d", 8, "  "));
  }

  @Test
  void skippedTestsAreListedWithTheirReasons() {
    String report =
        """
        <testcase name="reads" classname="io.chihiro.A" time="0"/>
        <testcase name="allOfPepys" classname="io.chihiro.ocr.PepysIT" time="0.001">
          <skipped message="Assumption failed: &apos;../shared/data&apos; is not there"><![CDATA[x]]>
        </testcase>
        """;
    assertEquals(
        Map.of("PepysIT.allOfPepys", "Assumption failed: '../shared/data' is not there"),
        SkippedTests.skipped(report));
  }

  @Test
  void aNameCannotEndThePartItStandsIn() {
    String head = Multipart.head("b", "a\"\r\nX: y.jpg");
    assertTrue(head.contains("filename=\"a%22%0D%0AX: y.jpg\"\r\n"), head);
  }

  @Test
  void theEndOfAProcessIsToldInWords() {
    assertEquals("was ended by signal 9", Child.describe(137));
    assertEquals("ended with exit code 1", Child.describe(1));
  }

  @Test
  void aProcessThatLivedLongIsStartedAgainAtOnce() {
    Backoff backoff = new Backoff();
    Duration shortLife = Duration.ofSeconds(1);
    assertEquals(Duration.ofMillis(100), backoff.after(shortLife));
    assertEquals(Duration.ofMillis(200), backoff.after(shortLife));
    assertEquals(Duration.ofMillis(100), backoff.after(Duration.ofMinutes(1)));
    assertEquals(Duration.ofMillis(100), backoff.after(shortLife));
    for (int death = 0; death < 40; death++) {
      assertTrue(backoff.after(shortLife).compareTo(Duration.ofSeconds(10)) <= 0);
    }
  }

  @Test
  void withoutATerminalProgressIsALineNowAndThen() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ProgressLine line =
        new ProgressLine(new PrintStream(out, true, StandardCharsets.UTF_8), false)) {
      line.show("12 wait");
      line.show("11 wait");
    }
    assertEquals("12 wait", out.toString(StandardCharsets.UTF_8).strip());
  }

  private static JsonNode json(String singleQuoted) throws IOException {
    return FrontDoor.JSON.readTree(singleQuoted.replace('\'', '"'));
  }
}
