package io.chihiro.ingest;

import io.chihiro.door.Hyphenated;
import io.chihiro.ingest.source.Connection;
import io.chihiro.ingest.source.Gap;
import io.chihiro.ingest.source.LiveSource;
import io.chihiro.ingest.source.LoginAge;
import io.chihiro.ingest.source.Schedule;
import io.chihiro.ingest.source.Walk;
import io.chihiro.ingest.spotify.Playing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One source as the API shows it.
///
/// @param state disconnected, connected, login-needed
/// @param account the client id at Spotify, the user's name elsewhere
/// @param message what the owner should know, empty if all is well
/// @param lockedUntil before this nothing at all is asked
/// @param told every listen that it told: stored and dropped together
/// @param readBackTo how far back a history has been read, while that is under way
/// @param playing what was playing at the last look; not counted
public record SourceView(
    String id,
    String title,
    String state,
    String account,
    String message,
    Optional<Instant> lastPoll,
    Optional<Instant> nextPoll,
    Optional<Instant> lockedUntil,
    Optional<LoginView> login,
    long told,
    long stored,
    Map<String, Long> dropped,
    Optional<Instant> readBackTo,
    Optional<PlayingView> playing,
    List<GapView> gaps) {

  /// How old a login is.
  ///
  /// @param warning none, soon (30 days), urgent (7 days), ended
  public record LoginView(Instant since, Instant endsAt, long days, long daysLeft, String warning) {
    static LoginView of(Instant consentAt, Instant now) {
      LoginAge age = new LoginAge(consentAt);
      return new LoginView(
          consentAt,
          age.endsAt(),
          age.days(now),
          age.daysLeft(now),
          Hyphenated.of(age.warning(now)));
    }
  }

  /// What is playing.
  ///
  /// @param hidden a private session: nothing of it is shown or kept
  public record PlayingView(
      Optional<String> title, Optional<String> artist, boolean hidden, Instant seenAt) {
    static PlayingView of(Playing playing) {
      return new PlayingView(
          playing.song().map(song -> song.title()),
          playing.song().map(song -> song.artist()),
          playing.hidden(),
          playing.seenAt());
    }
  }

  /// Where listens are missing.
  public record GapView(
      Instant from, Instant to, Instant foundAt, boolean open, Optional<Instant> closedAt) {
    static GapView of(Gap gap) {
      return new GapView(gap.from(), gap.to(), gap.foundAt(), gap.open(), gap.closedAt());
    }
  }

  static SourceView of(Connection connection, Optional<Playing> playing, Instant now) {
    Schedule schedule = connection.schedule();
    return new SourceView(
        connection.source().id(),
        connection.source().title(),
        Hyphenated.of(connection.state()),
        connection.account(),
        connection.state() == Connection.State.DISCONNECTED ? "" : schedule.message(),
        schedule.lastPoll(),
        connection.due(),
        schedule.lockedUntil().filter(now::isBefore),
        login(connection, now),
        connection.tally().told(),
        connection.tally().stored(),
        connection.tally().dropped(),
        connection
            .walk()
            .stretch()
            .filter(_ -> connection.walk().backwards())
            .map(Walk.Stretch::to),
        playing.map(PlayingView::of),
        connection.gaps().reversed().stream().map(GapView::of).toList());
  }

  // Only Spotify's logins end by themselves.
  private static Optional<LoginView> login(Connection connection, Instant now) {
    return connection
        .consentAt()
        .filter(_ -> connection.source() == LiveSource.SPOTIFY)
        .filter(_ -> connection.state() != Connection.State.DISCONNECTED)
        .map(consentAt -> LoginView.of(consentAt, now));
  }
}
