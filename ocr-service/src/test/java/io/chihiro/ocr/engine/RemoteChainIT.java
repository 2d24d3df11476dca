package io.chihiro.ocr.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.EnginesChosen;
import io.chihiro.events.PageScanned.Attempt;
import io.chihiro.ocr.engine.RecordedVisionServer.Reply;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a page's record says after each thing that a server can do, and how often it was asked.
class RemoteChainIT {
  private static final Reply PAGE = reply(200, RecordedVisionServer.saying("Rain."));

  @TempDir private Path folder;

  @Test
  void whatWasAnsweredOnceIsNeverAskedAgain() throws Exception {
    try (var server = RecordedVisionServer.replying(PAGE)) {
      try (var world = EngineWorld.in(folder)) {
        var first = world.read(EngineWorld.confirmed(server.address()), "ab");
        var again = world.read(EngineWorld.confirmed(server.address()), "ab");
        assertEquals(first.reading(), again.reading());
      }
      try (var restarted = EngineWorld.in(folder)) {
        var later = restarted.read(EngineWorld.confirmed(server.address()), "ab");
        assertEquals("Rain.", assertInstanceOf(Reading.Text.class, later.reading()).text());
        var other = restarted.read(EngineWorld.confirmed(server.address()), "cd");
        assertEquals(Optional.of("vision"), other.engine());
      }
      assertEquals(2, server.questions().size());
    }
  }

  @Test
  void theDayIsAskedForInASecondQuestionOnlyWhereThePageTellsNone() throws Exception {
    var dated = reply(200, RecordedVisionServer.saying("Rain.\\ndates: 2024-03-05"));
    var day = reply(200, RecordedVisionServer.saying("06032024"));
    try (var server = RecordedVisionServer.replying(dated, PAGE, day);
        var world = EngineWorld.in(folder)) {
      var chosen = EngineWorld.confirmed(server.address());
      assertEquals(Optional.of(LocalDate.of(2024, 3, 5)), day(world, chosen, "ab"));
      assertEquals(1, server.questions().size());
      assertEquals(Optional.of(LocalDate.of(2024, 3, 6)), day(world, chosen, "cd"));
      assertEquals(3, server.questions().size());
      var second = server.questions().getLast().body();
      assertTrue(second.contains("DDMMYYYY"), "it is asked for a day");
      assertFalse(second.contains("image_url"), "the photo is not sent again");
      assertEquals(Optional.of(LocalDate.of(2024, 3, 6)), day(world, chosen, "cd"));
      assertEquals(3, server.questions().size());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "31022024", "Some day in spring.", ""})
  void aDayThatIsNoneStaysUnknown(String said) throws Exception {
    try (var server =
            RecordedVisionServer.replying(PAGE, reply(200, RecordedVisionServer.saying(said)));
        var world = EngineWorld.in(folder)) {
      assertEquals(Optional.empty(), day(world, EngineWorld.confirmed(server.address()), "ab"));
    }
  }

  private static Optional<LocalDate> day(EngineWorld world, EnginesChosen chosen, String photo)
      throws Exception {
    var page = new PageToRead(EngineWorld.OWNER, photo, new InMemoryImage(), () -> false);
    var chain = world.room.chain(chosen);
    var read = assertInstanceOf(Reading.Text.class, chain.read(page).reading());
    return chain.day(page, "vision", read);
  }

  @Test
  void anotherModelIsAnotherQuestion() throws Exception {
    try (var server = RecordedVisionServer.replying(PAGE);
        var world = EngineWorld.in(folder)) {
      var chosen = EngineWorld.confirmed(server.address());
      var _ = world.read(chosen, "ab");
      var better = new EnginesChosen.Server(server.address().toString(), "better-model");
      var _ = world.read(with(chosen, Optional.of(better), List.of(), 300), "ab");
      assertEquals(2, server.questions().size());
    }
  }

  @Test
  void aNewWordInTheVocabularyDoesNotCostTheJournalAgain() throws Exception {
    try (var server = RecordedVisionServer.replying(PAGE);
        var world = EngineWorld.in(folder)) {
      var chosen = EngineWorld.confirmed(server.address());
      var _ = world.read(chosen, "ab");
      var _ = world.read(chosen.with(chosen.vocabulary().with("Lurdes")), "ab");
      assertEquals(1, server.questions().size());
    }
  }

  @Test
  void aRefusalIsAnAnswerTooAndIsNotPaidForTwice() throws Exception {
    var refusal = reply(200, RecordedVisionServer.saying("I'm sorry, I can't assist with that."));
    try (var server = RecordedVisionServer.replying(refusal);
        var world = EngineWorld.in(folder)) {
      assertEquals("refused", outcome(world, server));
      assertEquals("refused", outcome(world, server));
      assertEquals(1, server.questions().size());
    }
  }

  @Test
  void aServerThatIsBusyIsAskedAgainWhenItSaysSo() throws Exception {
    var busy = new Reply(429, "slow down", Map.of("Retry-After", "1"));
    try (var server = RecordedVisionServer.replying(busy, PAGE);
        var world = EngineWorld.in(folder)) {
      var begin = System.nanoTime();
      assertEquals("read", outcome(world, server));
      assertEquals(2, server.questions().size());
      // not a measure of speed: it may not come back before it was told to
      assertTrue(System.nanoTime() - begin >= 1_000_000_000L);
    }
  }

  @Test
  void aServerThatWantsMorePatienceThanThereIsIsLeftToTheNext() throws Exception {
    var busy = new Reply(429, "come back tomorrow", Map.of("Retry-After", "86400"));
    try (var server = RecordedVisionServer.replying(busy);
        var world = EngineWorld.in(folder)) {
      assertEquals("failed", outcome(world, server));
      assertEquals(1, server.questions().size());
    }
  }

  @Test
  void aBrokenServerIsAskedAgainSoManyTimesAndNothingIsKept() throws Exception {
    var broken = reply(500, "oh");
    try (var server = RecordedVisionServer.replying(broken, broken, broken, broken, PAGE);
        var world = EngineWorld.in(folder)) {
      assertEquals("failed", outcome(world, server));
      assertEquals(4, server.questions().size());
      assertEquals("read", outcome(world, server));
    }
  }

  @Test
  void aServerThatFailsAgainAndAgainIsLeftAlone() throws Exception {
    try (var server = RecordedVisionServer.replying(reply(500, "oh"));
        var world = EngineWorld.in(folder, Map.of("CHIHIRO_OCR_REMOTE_FAILURES", "6"))) {
      assertEquals("failed", outcome(world, server));
      assertEquals("not asked", outcome(world, server));
      assertEquals(6, server.questions().size());
      assertEquals("not asked", outcome(world, server));
      assertEquals(6, server.questions().size());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404})
  void whatAskingAgainDoesNotMendIsNotAskedAgain(int status) throws Exception {
    try (var server = RecordedVisionServer.replying(reply(status, "secret"));
        var world = EngineWorld.in(folder)) {
      assertEquals("failed", outcome(world, server));
      assertEquals(1, server.questions().size());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<html>secret</html> | is no JSON",
        "{\"choices\":[]} | no choices[0].message",
        "{\"choices\":[{\"finish_reason\":\"length\",\"message\":{\"content\":\"secret\"}}]} | cut off",
        "{\"choices\":[{\"message\":{\"content\":\" \"}}]} | was empty",
      })
  void anAnswerThatIsNoPageNamesItsReason(String body, String reason) throws Exception {
    try (var server = RecordedVisionServer.replying(reply(200, body));
        var world = EngineWorld.in(folder)) {
      var attempt = attempt(world, server);
      assertEquals("failed", attempt.outcome());
      assertTrue(attempt.reason().orElseThrow().contains(reason), attempt::toString);
    }
  }

  @Test
  void aLoopIsNoPage() throws Exception {
    var loop = "and then we went to the sea ".repeat(40);
    try (var server = RecordedVisionServer.replying(reply(200, RecordedVisionServer.saying(loop)));
        var world = EngineWorld.in(folder)) {
      assertTrue(attempt(world, server).reason().orElseThrow().contains("again and again"));
    }
  }

  @Test
  void silenceIsATimeOut() throws Exception {
    try (var server = RecordedVisionServer.silent(false);
        var world = EngineWorld.in(folder, Map.of("CHIHIRO_OCR_VISION_TIMEOUT", "0.3S"))) {
      assertEquals("timed out", outcome(world, server));
    }
  }

  @Test
  void aTornFileIsAsIfThePageHadNeverBeenAnswered() throws Exception {
    try (var server = RecordedVisionServer.replying(PAGE);
        var world = EngineWorld.in(folder)) {
      assertEquals("read", outcome(world, server));
      try (var files = Files.walk(folder)) {
        Files.writeString(files.filter(Files::isRegularFile).findFirst().orElseThrow(), "{\"te");
      }
      assertEquals("read", outcome(world, server));
      assertEquals(2, server.questions().size());
    }
  }

  private static EnginesChosen with(
      EnginesChosen chosen,
      Optional<EnginesChosen.Server> server,
      List<String> switchedOn,
      int monthlyPages) {
    return new EnginesChosen(
        chosen.user(),
        chosen.chain(),
        switchedOn,
        server,
        monthlyPages,
        chosen.prices(),
        chosen.vocabulary());
  }

  private static String outcome(EngineWorld world, RecordedVisionServer server) throws Exception {
    return attempt(world, server).outcome();
  }

  private static Attempt attempt(EngineWorld world, RecordedVisionServer server) throws Exception {
    URI address = server.address();
    return world.read(EngineWorld.confirmed(address), "ab").attempts().getFirst();
  }

  private static Reply reply(int status, String body) {
    return new Reply(status, body, Map.of());
  }
}
