package io.chihiro.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TolerantReaderTest {
  @Test
  void aFieldOfANewerWriterIsPassedOver() {
    Moment moment =
        read(
            """
            {"user": "owner", "date": "2024-03-05", "text": "A quiet day.", "weather": {"sky": "grey"},
             "songs": [{"song": {"title": "a", "artist": "b", "isrc": "x"}, "plays": 3, "likes": 1}]}
            """,
            Moment.class);

    assertEquals("A quiet day.", moment.text());
    assertEquals(new Song("a", "b"), moment.songs().getFirst().song());
  }

  @Test
  void whatAnOlderWriterDidNotKnowIsEmpty() {
    PageScanned page =
        read(
            """
            {"user": "owner", "page": "ab", "place": "a.jpg", "bytes": 9, "format": "jpeg",
             "state": "waiting"}
            """,
            PageScanned.class);

    assertEquals(List.of(), page.attempts());
    assertEquals(Optional.empty(), page.capturedAt());
    assertEquals(Optional.empty(), page.capturedOffset());
    assertEquals(Optional.empty(), page.problem());
    assertEquals(Optional.empty(), page.account());
  }

  @Test
  void anAccountOfAnOlderWriterIsHeldByNobodyAtAProvider() {
    AccountKept account =
        read(
            """
            {"user": "owner", "role": "MEMBER", "createdAt": "2026-11-23T08:00:00Z",
             "tokens": [{"id": "7h2k9x", "sha256": "9f86", "createdAt": "2026-11-23T08:00:00Z",
              "expiresAt": "2027-11-23T08:00:00Z"}]}
            """,
            AccountKept.class);

    assertEquals(Optional.empty(), account.holder());
    assertEquals(account.createdAt(), account.sessionsSince());
    assertEquals(Optional.empty(), account.tokens().getFirst().madeBy());
  }

  @Test
  void anEntryWithoutADateWaitsForOne() {
    EntryRead entry =
        read(
            """
            {"user": "owner", "entry": "1", "text": "", "engine": "typed", "status": "CONFIRMED"}
            """,
            EntryRead.class);

    assertEquals(Optional.empty(), entry.date());
    assertEquals(EntryRead.DateSource.NONE, entry.dateSource());
    assertEquals(Confidence.NONE, entry.dateConfidence());
    assertEquals(Confidence.NONE, entry.confidence());
    assertEquals(Optional.empty(), entry.draft());
  }

  @Test
  void aPlayOfAnOlderWriterHasItsSourcesUsualStamp() {
    TrackPlayed play =
        read(
            """
            {"user": "owner", "play": "1", "song": {"title": "a", "artist": "b"},
             "endedAt": "2024-03-05T20:14:08Z", "msPlayed": 1, "source": "SPOTIFY_ACCOUNT_DATA"}
            """,
            TrackPlayed.class);

    assertEquals(TrackPlayed.Stamp.END_TO_THE_MINUTE, play.told());
    assertEquals(Map.of(), play.ids());
  }

  @Test
  void whatModelsMayNotLearnFromIsLeftOut() {
    Moment moment =
        read(
            """
            {"user": "owner", "date": "2024-03-05", "text": "A quiet day.",
             "songs": [{"song": {"title": "a", "artist": "b"}, "plays": 5, "learnable": 0},
              {"song": {"title": "c", "artist": "b"}, "plays": 5, "learnable": 3},
              {"song": {"title": "d", "artist": "b"}, "plays": 4}]}
            """,
            Moment.class);

    List<Moment.SongPlays> learnable = moment.learnable().songs();

    assertEquals(
        List.of("c - b", "d - b"), learnable.stream().map(each -> each.song().display()).toList());
    assertEquals(List.of(3, 4), learnable.stream().map(Moment.SongPlays::plays).toList());
  }

  @Test
  void whoeverChoseNothingSendsNothing() {
    EnginesChosen chosen =
        read(
            """
            {"user": "owner", "monthlyPages": 300}
            """,
            EnginesChosen.class);

    assertEquals(EnginesChosen.nothing("owner"), chosen);
    assertEquals(List.of(), chosen.switchedOn());
  }

  @Test
  void missingSongsMetricsAndBytesAreEmpty() {
    Moment moment =
        read(
            """
            {"user": "owner", "date": "2024-03-05", "text": "A quiet day."}
            """,
            Moment.class);
    ModelTrained model =
        read(
            """
            {"name": "base", "version": "1", "where": "built-in", "reason": "first",
             "trainedAt": "2026-11-22T06:30:15Z"}
            """,
            ModelTrained.class);
    Rejected rejected =
        read(
            """
            {"topic": "bucket", "key": "a.jpg", "reason": "no text found"}
            """,
            Rejected.class);

    assertEquals(List.of(), moment.songs());
    assertEquals(Map.of(), model.metrics());
    assertEquals(ModelTrained.Kind.ENCODER, model.kind());
    assertEquals(Optional.empty(), model.serving());
    assertEquals(Optional.empty(), model.servingSince());
    assertEquals(List.of(), model.kept());
    assertEquals("", rejected.rawBase64());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"user\": \"owner\", \"date\": \"the day I wept\", \"text\": \"x\"}",
        "{\"user\": \"owner\", \"date\": \"2024-03-05\", \"text\": [\"the day I wept\"]}",
        "{\"user\": \"owner\", \"date\": \"2024-03-05\", \"text\": \"x\", \"songs\": \"I wept\"}",
        "{\"user\": \"owner\", \"date\": \"2024-03-05\", \"text\": the day I wept}",
        "the day I wept",
        "\"the day I wept\"",
        "[\"the day I wept\"]",
        "{\"I wept\": 1}",
      })
  void whatIsUnreadableIsNeverQuoted(String json) {
    var problem = assertThrows(UnreadableRecordException.class, () -> read(json, Moment.class));

    assertTrue(problem.problem().startsWith("not a readable Moment: "), problem.problem());
    assertFalse(everythingPrinted(problem).contains("wept"), problem.problem());
  }

  @Test
  void aSongOfBeforeThereWereCataloguesIsNotListed() {
    SongDescribed song =
        read(
            """
            {"user": "owner", "song": "5b1c0a", "named": {"title": "a", "artist": "b"}}
            """,
            SongDescribed.class);

    assertEquals(Optional.empty(), song.views());
    assertEquals(List.of(), song.featured());
    assertEquals(Optional.empty(), song.language());
    assertEquals(Map.of(), song.audio());
    assertFalse(song.listed());
    assertEquals(Optional.empty(), song.lyrics());
  }

  @Test
  void theFieldThatIsWrongIsNamed() {
    var problem =
        assertThrows(
            UnreadableRecordException.class,
            () ->
                read(
                    """
                    {"user": "owner", "date": "2024-03-05", "text": "x",
                     "songs": [{"song": {"title": "a", "artist": "b"}, "plays": "many"}]}
                    """,
                    Moment.class));

    assertEquals("not a readable Moment: field songs.[].plays is wrong", problem.problem());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "null"})
  void nothingIsNoRecord(String json) {
    assertThrows(UnreadableRecordException.class, () -> read(json, Moment.class));
  }

  @Test
  void aVectorThatIsNoBase64IsUnreadable() {
    String json =
        """
        {"user": "owner", "date": "2024-03-05", "modelVersion": "1", "textHash": "ab",
         "passages": [{"grain": "DAY", "start": 0, "end": 1, "vector": "?"}]}
        """;

    assertThrows(UnreadableRecordException.class, () -> read(json, TextEmbedded.class));
  }

  private static <E extends Event> E read(String json, Class<E> type) {
    return Wire.read("owner/2024-03-05", json.getBytes(StandardCharsets.UTF_8), type);
  }

  private static String everythingPrinted(Throwable problem) {
    StringWriter printed = new StringWriter();
    problem.printStackTrace(new PrintWriter(printed));
    return printed.toString();
  }
}
