package io.chihiro.ocr.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chihiro.events.EnginesChosen;
import io.chihiro.events.EnginesChosen.Prices;
import io.chihiro.events.EnginesChosen.Server;
import io.chihiro.events.Vocabulary;
import io.chihiro.keys.Unsealed;
import io.chihiro.ocr.photo.Picture;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No page leaves the machine that its owner did not let go, and none too many.
class PageLeavesIT {
  @TempDir private Path folder;
  private KeptAnswers kept;
  private Cloud cloud;
  private boolean isPrivate;

  @BeforeEach
  void open() {
    kept = new KeptAnswers(folder, new Unsealed(), InstantSource.fixed(EngineWorld.NOW));
    cloud = new Cloud();
  }

  @Test
  void anEngineThatSendsIsNotAskedUntilItIsSwitchedOn() throws Exception {
    assertEquals(
        new Reading.NotAsked("It would send pages away and is not switched on."),
        read(chosen(List.of(), 10), "ab"));
    assertEquals(0, cloud.asked.get());
  }

  @Test
  void aPrivatePageStaysWhateverIsSwitchedOn() throws Exception {
    isPrivate = true;
    assertEquals(
        new Reading.NotAsked("The page is private and stays on this machine."),
        read(chosen(List.of("cloud"), 10), "ab"));
    assertEquals(0, cloud.asked.get());
  }

  @Test
  void aPageMarkedPrivateWhileTheServerIsBusyIsNotSentAgain() throws Exception {
    cloud.isBusy = true;
    cloud.meanwhile = () -> isPrivate = true;
    assertEquals(
        new Reading.NotAsked("The page is private and stays on this machine."),
        read(chosen(List.of("cloud"), 10), "ab"));
    assertEquals(1, cloud.asked.get());
  }

  @Test
  void theMonthsCapHoldsAndWhatWasAnsweredBeforeIsStillRead() throws Exception {
    var chosen = chosen(List.of("cloud"), 2);
    var first = read(chosen, "a");
    var _ = read(chosen, "b");
    assertEquals(
        new Reading.NotAsked("This month's cap of 2 pages sent away is reached."),
        read(chosen, "c"));
    assertEquals(first, read(chosen, "a"));
    assertEquals(2, cloud.asked.get());
    kept = new KeptAnswers(folder, new Unsealed(), InstantSource.fixed(EngineWorld.NOW));
    assertEquals(
        new Reading.NotAsked("This month's cap of 2 pages sent away is reached."),
        read(chosen, "c"));
  }

  @Test
  void whatWasSpentIsCountedInTheServersOwnTokens() throws Exception {
    var chosen = chosen(List.of("cloud"), 10);
    var _ = read(chosen, "a");
    var _ = read(chosen, "b");
    var spent = kept.spentThisMonth(EngineWorld.OWNER);
    assertEquals(List.of(new Spent("cloud", 2, 2200, 400)), spent);
    var prices = new Prices(Optional.of(0.5), Optional.of(2.0), Optional.empty());
    assertEquals(Optional.of(0.0019), spent.getFirst().cost(prices));
    assertEquals(Optional.empty(), spent.getFirst().cost(Prices.UNKNOWN));
    assertEquals(spent, reopened().spentThisMonth(EngineWorld.OWNER));
  }

  @Test
  void anotherPersonsPagesAreNotMine() throws Exception {
    var _ = read(chosen(List.of("cloud"), 10), "a");
    assertEquals(Optional.empty(), kept.find("somebody", "a", "cloud", "1"));
    assertEquals(List.of(), kept.spentThisMonth("somebody"));
    assertEquals(List.of(), kept.spentThisMonth(".."));
  }

  @Test
  void aServerOnThisMachineNeedsNoSwitchAndCostsNothing() throws Exception {
    var body = RecordedVisionServer.saying("Rain.");
    var one = new RecordedVisionServer.Reply(200, body, Map.of());
    try (var server = RecordedVisionServer.replying(one);
        var world = EngineWorld.in(folder)) {
      world.isPrivate = true;
      var read = world.read(EngineWorld.confirmed(server.address()), "ab");
      assertEquals("read", read.attempts().getFirst().outcome());
      assertEquals(List.of(), world.kept.spentThisMonth(EngineWorld.OWNER));
    }
  }

  private KeptAnswers reopened() {
    return new KeptAnswers(folder, new Unsealed(), InstantSource.fixed(EngineWorld.NOW));
  }

  private Reading read(EnginesChosen chosen, String photo) throws Exception {
    var guard =
        new Guard(
            EngineSettingsTest.settings(Map.of("CHIHIRO_OCR_REMOTE_FIRST_PAUSE", "0.01S"))
                .remote());
    var turn = new RemoteTurn(cloud, guard, kept, new Allowance(kept), chosen);
    return turn.take(
        new PageToRead(EngineWorld.OWNER, photo, new InMemoryImage(), () -> isPrivate));
  }

  private static EnginesChosen chosen(List<String> switchedOn, int monthlyPages) {
    return new EnginesChosen(
        EngineWorld.OWNER,
        List.of("vision"),
        switchedOn,
        Optional.of(new Server("https://cloud.invalid", "m")),
        monthlyPages,
        Prices.UNKNOWN,
        Vocabulary.NONE);
  }

  /// An engine elsewhere, without the line to it.
  private static final class Cloud implements RemoteEngine {
    private final AtomicInteger asked = new AtomicInteger();
    private Runnable meanwhile = () -> {};
    private boolean isBusy;

    @Override
    public String name() {
      return "cloud";
    }

    @Override
    public String version() {
      return "1";
    }

    @Override
    public boolean sends() {
      return true;
    }

    @Override
    public Answer ask(byte[] jpeg) {
      asked.incrementAndGet();
      meanwhile.run();
      if (isBusy) {
        return new Answer.Busy(new Reading.Failed("It is busy."), Optional.empty());
      }
      return new Answer.Given(
          new Reading.Text("Rain.", VisionAnswer.UNSTATED), new Usage(1100, 200));
    }

    @Override
    public Reading read(Picture page) {
      throw new AssertionError("a page is sent as it was prepared");
    }
  }
}
