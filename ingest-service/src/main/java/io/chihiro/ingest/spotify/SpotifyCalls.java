package io.chihiro.ingest.spotify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.chihiro.ingest.source.Connection;
import io.chihiro.ingest.source.Connections;
import io.chihiro.ingest.source.LiveSource;
import io.chihiro.ingest.source.Outcome;
import io.chihiro.ingest.source.Outcome.Failed;
import io.chihiro.ingest.source.Outcome.Got;
import io.chihiro.ingest.source.Schedule;
import io.chihiro.ingest.source.Trouble;
import io.chihiro.ingest.source.Trouble.LockedOut;
import io.chihiro.ingest.source.Trouble.Unwell;
import io.chihiro.ingest.web.Ask;
import io.chihiro.ingest.web.Reply;
import io.chihiro.ingest.web.Reply.Answered;
import io.chihiro.ingest.web.Reply.Silent;
import io.chihiro.ingest.web.RetryAfter;
import io.chihiro.ingest.web.Web;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// The one way to Spotify: nothing passes while a lock-out lasts, and a new one is written down
/// before anything else happens. Thread-safe.
final class SpotifyCalls {
  /// Where Spotify asks for less without saying for how long.
  static final Duration LOCK_WITHOUT_A_WORD = Duration.ofMinutes(15);

  private static final int TOO_MANY = 429;
  private static final int BROKEN = 500;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Web web;
  private final Connections connections;
  private final InstantSource clock;

  SpotifyCalls(Web web, Connections connections, InstantSource clock) {
    this.web = web;
    this.connections = connections;
    this.clock = clock;
  }

  /// What Spotify told.
  ///
  /// @param body an empty object where the answer had none
  record Told(int status, JsonNode body) {
    boolean fine() {
      return status >= 200 && status < 300;
    }
  }

  /// Asks once. What is neither a lock-out nor a failure is for the caller to judge.
  Outcome<Told> ask(String user, Ask ask) throws InterruptedException {
    Optional<Instant> locked = lockedUntil(user);
    if (locked.isPresent()) {
      return new Failed<>(lockedOut(locked.get()));
    }
    Reply reply = web.ask(ask);
    return switch (reply) {
      case Silent(String why) -> new Failed<>(new Unwell("Spotify " + why + "."));
      case Answered answered -> judged(user, answered);
    };
  }

  private Outcome<Told> judged(String user, Answered answered) {
    if (answered.status() == TOO_MANY) {
      return new Failed<>(lock(user, answered));
    }
    if (answered.status() >= BROKEN) {
      return new Failed<>(new Unwell("Spotify is unwell (" + answered.status() + ")."));
    }
    try {
      JsonNode body = answered.body().isBlank() ? null : JSON.readTree(answered.body());
      return new Got<>(
          new Told(answered.status(), Optional.ofNullable(body).orElseGet(JSON::createObjectNode)));
    } catch (JsonProcessingException _) {
      return new Failed<>(new Unwell("Spotify's answer broke off."));
    }
  }

  private Trouble lock(String user, Answered answered) {
    Instant now = clock.instant();
    Instant until = RetryAfter.of(answered, now).orElseGet(() -> now.plus(LOCK_WITHOUT_A_WORD));
    Trouble trouble = lockedOut(until);
    connections.update(
        user, LiveSource.SPOTIFY, each -> each.troubled(trouble, now, Duration.ZERO));
    return trouble;
  }

  private Optional<Instant> lockedUntil(String user) {
    Instant now = clock.instant();
    return connections
        .find(user, LiveSource.SPOTIFY)
        .map(Connection::schedule)
        .filter(schedule -> schedule.lockedOut(now))
        .flatMap(Schedule::lockedUntil);
  }

  private static LockedOut lockedOut(Instant until) {
    return new LockedOut(until, "Spotify asks to be left alone for a while.");
  }
}
