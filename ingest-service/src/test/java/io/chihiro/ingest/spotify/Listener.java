package io.chihiro.ingest.spotify;

import io.chihiro.ingest.source.Connection;
import io.chihiro.ingest.source.Connections;
import io.chihiro.ingest.source.InMemoryConnections;
import io.chihiro.ingest.source.InMemoryLists;
import io.chihiro.ingest.source.InMemoryPlays;
import io.chihiro.ingest.source.InMemorySecrets;
import io.chihiro.ingest.source.LiveSource;
import io.chihiro.ingest.source.Outcome;
import io.chihiro.ingest.source.Outcome.Failed;
import io.chihiro.ingest.source.Outcome.Got;
import io.chihiro.ingest.source.Secrets;
import io.chihiro.ingest.source.SetClock;
import io.chihiro.ingest.source.SourceRounds;
import io.chihiro.ingest.source.Trouble;
import io.chihiro.ingest.web.Web;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Somebody whose plays are polled, with everything around them in memory.
final class Listener {
  static final String USER = "owner";
  static final String CLIENT = "0123456789abcdef0123456789abcdef";
  static final String HOME = "http://127.0.0.1:8080/connected";
  static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

  private static final Duration FOUR_MINUTES = Duration.ofMinutes(4);

  final SetClock clock;
  final RecordedSpotify recorded;
  final Connections connections;
  final Secrets secrets;
  final InMemoryPlays plays = new InMemoryPlays();
  final InMemoryLists lists = new InMemoryLists();
  final Spotify spotify;
  final SourceRounds rounds;

  Listener() {
    this(new SetClock("2026-06-01T08:00:00Z"));
  }

  private Listener(SetClock clock) {
    this(clock, new RecordedSpotify(clock), new InMemoryConnections(), new InMemorySecrets());
  }

  Listener(SetClock clock, RecordedSpotify recorded, Connections connections, Secrets secrets) {
    this.clock = clock;
    this.recorded = recorded;
    this.connections = connections;
    this.secrets = secrets;
    Web web = recorded;
    this.spotify =
        new Spotify(
            new SpotifyAddresses(
                URI.create("https://accounts.test"), URI.create("https://api.test")),
            web,
            connections,
            secrets,
            plays,
            lists,
            FIVE_MINUTES,
            clock);
    this.rounds =
        new SourceRounds(connections, Map.of(LiveSource.SPOTIFY, spotify), clock, (_, _) -> {});
  }

  /// The same person after the service was killed and started again.
  Listener restarted(Connections reread) {
    return new Listener(clock, recorded, reread, secrets);
  }

  Listener loggedIn() throws InterruptedException {
    var _ = got(spotify.landed(USER, recorded.agree(begin())));
    return this;
  }

  URI begin() {
    return got(spotify.begin(USER, CLIENT, HOME));
  }

  /// A round of the poller, as its thread makes it.
  Connection round() throws InterruptedException {
    var _ = rounds.round();
    return connection();
  }

  /// Time goes by, with a round every minute.
  void live(Duration time) throws InterruptedException {
    Instant end = clock.instant().plus(time);
    while (clock.instant().isBefore(end)) {
      clock.pass(Duration.ofMinutes(1));
      var _ = rounds.round();
    }
  }

  /// Plays so many songs, one every four minutes, the last one now.
  ///
  /// @return when each of them ended
  List<Instant> playMany(int songs) {
    List<Instant> ends = new ArrayList<>();
    for (int i = 0; i < songs; i++) {
      clock.pass(FOUR_MINUTES);
      ends.add(clock.instant());
      recorded.played(Items.number(i, clock.instant()));
    }
    return ends;
  }

  Connection connection() {
    return connections.find(USER, LiveSource.SPOTIFY).orElseThrow();
  }

  static <T> T got(Outcome<T> outcome) {
    return switch (outcome) {
      case Got<T>(T value) -> value;
      case Failed<T>(Trouble trouble) -> throw new AssertionError(trouble.sentence());
    };
  }

  static <T> String refused(Outcome<T> outcome) {
    return switch (outcome) {
      case Got<T> _ -> throw new AssertionError("it was not refused");
      case Failed<T>(Trouble trouble) -> trouble.sentence();
    };
  }
}
