package io.chihiro.ocr.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.EnginesChosen;
import io.chihiro.events.EnginesChosen.Prices;
import io.chihiro.events.EnginesChosen.Server;
import io.chihiro.events.Vocabulary;
import io.chihiro.keys.Unsealed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// As long as nobody switched anything on, no connection is attempted to anywhere but this machine,
/// however many servers the settings name. Whoever connects through this client says so first.
class AirGapIT {
  private static final Map<String, String> SERVERS =
      Map.of(
          "CHIHIRO_OCR_VISION_BASE_URL", "https://vision.invalid",
          "CHIHIRO_OCR_VISION_MODEL", "m",
          "CHIHIRO_OCR_GOOGLE_KEY", "hush",
          "CHIHIRO_OCR_CHAIN", "vision,google");

  @TempDir private Path folder;
  private final Set<String> hosts = new ConcurrentSkipListSet<>();

  @Test
  void withTheDefaultsOnlyThisMachineIsAsked() throws Exception {
    try (var room = room(Map.of())) {
      var chosen = EnginesChosen.nothing("owner");
      var _ = room.chain(chosen).read(page());
      var _ = room.states(chosen);
      var _ = room.servers().offered();
    }
    assertEquals(Set.of("127.0.0.1"), hosts);
  }

  @Test
  void serversThatAreSetButNotSwitchedOnAreNotAsked() throws Exception {
    try (var room = room(SERVERS)) {
      var read = room.chain(EnginesChosen.nothing("owner")).read(page());
      assertEquals(List.of("vision", "google"), room.chain(chosen(List.of())).names());
      assertTrue(
          read.attempts().stream().allMatch(attempt -> attempt.outcome().equals("not asked")),
          () -> read.attempts().toString());
    }
    assertEquals(Set.of(), hosts);
  }

  @Test
  void aServerThatWasConfirmedButIsNotOnThisMachineIsNotAskedEither() throws Exception {
    try (var room = room(Map.of())) {
      var _ = room.chain(chosen(List.of())).read(page());
    }
    assertEquals(Set.of(), hosts);
  }

  @Test
  void onceSwitchedOnTheServerIsAskedAndNoOther() throws Exception {
    try (var room = room(SERVERS)) {
      var read = room.chain(chosen(List.of("vision"))).read(page());
      assertFalse(read.attempts().getFirst().outcome().equals("not asked"));
    }
    assertEquals(Set.of("cloud.invalid"), hosts);
  }

  private EngineRoom room(Map<String, String> environment) {
    var client = HttpClient.newBuilder().proxy(new Told()).build();
    return new EngineRoom(
        EngineSettingsTest.settings(environment),
        new KeptAnswers(folder, new Unsealed(), InstantSource.fixed(EngineWorld.NOW)),
        client);
  }

  private static PageToRead page() {
    return new PageToRead("owner", "ab", new InMemoryImage(), () -> false);
  }

  private static EnginesChosen chosen(List<String> switchedOn) {
    return new EnginesChosen(
        "owner",
        List.of("vision", "google"),
        switchedOn,
        Optional.of(new Server("https://cloud.invalid", "m")),
        EnginesChosen.MONTHLY_PAGES,
        Prices.UNKNOWN,
        Vocabulary.NONE);
  }

  /// Is told every address before it is connected to. Instead of elsewhere it leads to a port of
  /// this machine on which nobody answers.
  private final class Told extends ProxySelector {
    private static final int NOBODY = 1;

    @Override
    public List<Proxy> select(URI address) {
      hosts.add(address.getHost());
      return Loopback.is(address)
          ? List.of(Proxy.NO_PROXY)
          : List.of(
              new Proxy(
                  Proxy.Type.HTTP,
                  new InetSocketAddress(InetAddress.getLoopbackAddress(), NOBODY)));
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException problem) {
      // the answer says so as well
    }
  }
}
