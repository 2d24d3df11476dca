package io.chihiro.ingest.spotify;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.ingest.source.Connection;
import io.chihiro.ingest.source.Connections;
import io.chihiro.ingest.source.Listen;
import io.chihiro.ingest.source.LiveSource;
import io.chihiro.ingest.source.Outcome;
import io.chihiro.ingest.source.Outcome.Failed;
import io.chihiro.ingest.source.Outcome.Got;
import io.chihiro.ingest.source.PlayDoor;
import io.chihiro.ingest.source.PrivateTime;
import io.chihiro.ingest.source.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// `the last 50 plays → those not met before → PLAYS`, once.
///
/// The list is asked for without a cursor, because it may lag for hours and then hold what a cursor
/// has passed. What is new is stored first and remembered afterwards, so a kill in between stores
/// it twice under one key.
final class PollSpotify {
  private static final Map<String, String> FIFTY = Map.of("limit", "50");

  private final SpotifyApi api;
  private final Connections connections;
  private final PlayDoor door;
  private final Duration interval;
  private final InstantSource clock;
  private final Map<String, Playing> playing = new ConcurrentHashMap<>();

  PollSpotify(
      SpotifyApi api,
      Connections connections,
      PlayDoor door,
      Duration interval,
      InstantSource clock) {
    this.api = api;
    this.connections = connections;
    this.door = door;
    this.interval = interval;
    this.clock = clock;
  }

  Connection poll(Connection connection) throws InterruptedException {
    String user = connection.user();
    Outcome<JsonNode> list = api.get(user, "/me/player/recently-played", FIFTY);
    return switch (list) {
      case Failed<JsonNode>(Trouble trouble) -> troubled(user, trouble);
      case Got<JsonNode>(JsonNode answer) -> heard(connection, answer);
    };
  }

  private Connection troubled(String user, Trouble trouble) {
    playing.remove(user);
    return connections.update(
        user, LiveSource.SPOTIFY, each -> each.troubled(trouble, clock.instant(), interval));
  }

  private Connection heard(Connection before, JsonNode answer) throws InterruptedException {
    String user = before.user();
    List<PrivateTime> hidden = look(before);
    Instant now = clock.instant();
    List<Listen> listens = RecentlyPlayed.read(user, answer, hidden, now);
    door.keep(before.window().fresh(listens));
    return connections.update(
        user,
        LiveSource.SPOTIFY,
        each ->
            each.seenInPrivate(hidden)
                .heard(listens, now, each.schedule().answered(now, now.plus(interval), "")));
  }

  // The player is a courtesy: where it says nothing, plays are kept all the same.
  private List<PrivateTime> look(Connection before) throws InterruptedException {
    Outcome<JsonNode> player = api.get(before.user(), "/me/player", Map.of());
    Optional<Instant> lookedBefore = before.schedule().lastPoll();
    return switch (player) {
      case Failed<JsonNode> _ -> before.privateTimes();
      case Got<JsonNode>(JsonNode answer) -> {
        Playing now = Playing.read(answer, clock.instant());
        playing.put(before.user(), now);
        yield now.hiddenTimes(before.privateTimes(), lookedBefore);
      }
    };
  }

  /// What was playing at the last look.
  Optional<Playing> playing(String user) {
    return Optional.ofNullable(playing.get(user));
  }
}
