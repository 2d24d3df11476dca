package io.chihiro.ingest.source;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All that is known of one person's connection to one source, but for its secrets.
///
/// @param account the client id at Spotify, the user's name elsewhere
/// @param consentAt when the owner last logged in
/// @param privateTimes when a private session was seen
/// @param lists the playlists that are known
public record Connection(
    String user,
    LiveSource source,
    State state,
    String account,
    Optional<Instant> consentAt,
    Schedule schedule,
    Tally tally,
    Window window,
    Walk walk,
    List<Gap> gaps,
    List<PrivateTime> privateTimes,
    Lists lists) {
  /// Whether anything is asked.
  public enum State {
    DISCONNECTED,
    CONNECTED,
    /// It was connected, and the owner has to log in again.
    LOGIN_NEEDED
  }

  public Connection {
    gaps = List.copyOf(gaps);
    privateTimes = List.copyOf(privateTimes);
    lists = Lists.orNone(lists);
  }

  /// Not connected, and never was.
  public static Connection none(String user, LiveSource source) {
    return new Connection(
        user,
        source,
        State.DISCONNECTED,
        "",
        Optional.empty(),
        Schedule.fresh(Instant.EPOCH),
        Tally.EMPTY,
        Window.EMPTY,
        Walk.BEGINNING,
        List.of(),
        List.of(),
        Lists.NONE);
  }

  /// When it is to be asked; empty if it is not.
  public Optional<Instant> due() {
    return state == State.CONNECTED ? Optional.of(schedule.due()) : Optional.empty();
  }

  /// The owner has logged in: what was known and any lock-out stay. Another account is read from
  /// its own beginning.
  public Connection loggedIn(String name, Instant now) {
    boolean same = account.equals(name) || account.isEmpty();
    return new Connection(
        user,
        source,
        State.CONNECTED,
        name,
        Optional.of(now),
        schedule.soon(now),
        tally,
        window,
        same ? walk : Walk.BEGINNING,
        gaps,
        privateTimes,
        lists);
  }

  /// It answered with its latest listens.
  public Connection heard(List<Listen> answer, Instant now, Schedule next) {
    return new Connection(
        user,
        source,
        state,
        account,
        consentAt,
        next,
        tally.with(window.fresh(answer)),
        window.with(answer, source.remembered()),
        walk,
        window.gaps(gaps, answer, now),
        privateTimes,
        lists);
  }

  /// It answered with a page of its history.
  public Connection read(List<Listen> fresh, Walk to, Schedule next) {
    return new Connection(
        user,
        source,
        state,
        account,
        consentAt,
        next,
        tally.with(fresh),
        window.with(fresh, source.remembered()),
        to,
        gaps,
        privateTimes,
        lists);
  }

  /// It did not answer.
  public Connection troubled(Trouble trouble, Instant now, Duration interval) {
    boolean login = trouble instanceof Trouble.LoginNeeded;
    return with(
        login ? State.LOGIN_NEEDED : state,
        schedule.troubled(trouble, now, interval),
        privateTimes);
  }

  /// A private session was seen.
  public Connection seenInPrivate(List<PrivateTime> times) {
    return with(state, schedule, times);
  }

  /// It is asked at once, unless it is locked.
  public Connection soon(Instant now) {
    return with(state, schedule.soon(now), privateTimes);
  }

  /// The owner has let it go; what it brought stays.
  public Connection letGo() {
    return with(State.DISCONNECTED, schedule, privateTimes);
  }

  /// The owner has let it go with all that it brought; only a lock-out is remembered.
  public Connection forgotten() {
    return none(user, source).with(State.DISCONNECTED, schedule, List.of());
  }

  /// An export has brought everything from `first` to `last`.
  public Connection covered(Instant first, Instant last, Instant now) {
    List<Gap> left = gaps.stream().map(gap -> gap.closedBy(first, last, now)).toList();
    return new Connection(
        user,
        source,
        state,
        account,
        consentAt,
        schedule,
        tally,
        window,
        walk,
        left,
        privateTimes,
        lists);
  }

  /// Its playlists were looked at.
  public Connection listed(Lists known) {
    return new Connection(
        user,
        source,
        state,
        account,
        consentAt,
        schedule,
        tally,
        window,
        walk,
        gaps,
        privateTimes,
        known);
  }

  private Connection with(State next, Schedule when, List<PrivateTime> times) {
    return new Connection(
        user, source, next, account, consentAt, when, tally, window, walk, gaps, times, lists);
  }
}
