package io.chihiro.ingest;

import io.chihiro.ingest.source.Connection;
import io.chihiro.ingest.source.Connection.State;
import io.chihiro.ingest.source.Connections;
import io.chihiro.ingest.source.Gap;
import io.chihiro.ingest.source.LiveSource;
import io.chihiro.ingest.source.LoginAge;
import io.chihiro.metrics.ListeningMetric;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/// What operations sees of the live sources: of several users the one who is worst off.
final class SourceMetrics {
  private static final String ANSWERED = "answered";
  private static final String TROUBLED = "troubled";

  private final Connections connections;
  private final InstantSource clock;

  SourceMetrics(Connections connections, InstantSource clock) {
    this.connections = connections;
    this.clock = clock;
  }

  void measure(MeterRegistry meters) {
    for (LiveSource source : LiveSource.values()) {
      String id = source.id();
      for (State state : State.values()) {
        ListeningMetric.SOURCE_STATE.gauge(
            meters, this, it -> it.isIn(source, state), id, word(state));
      }
      ListeningMetric.SOURCE_SILENCE_SECONDS.gauge(meters, this, it -> it.silence(source), id);
      ListeningMetric.SOURCE_GAPS_OPEN.gauge(meters, this, it -> it.openGaps(source), id);
      ListeningMetric.SOURCE_LOCKED_OUT_SECONDS.gauge(meters, this, it -> it.lockedOut(source), id);
      var _ = ListeningMetric.SOURCE_POLLS.counter(meters, id, ANSWERED);
      var _ = ListeningMetric.SOURCE_POLLS.counter(meters, id, TROUBLED);
    }
    // Only Spotify's logins end.
    String spotify = LiveSource.SPOTIFY.id();
    ListeningMetric.SOURCE_LOGIN_AGE_SECONDS.gauge(meters, this, SourceMetrics::loginAge, spotify);
    ListeningMetric.SOURCE_LOGIN_LEFT_SECONDS.gauge(
        meters, this, SourceMetrics::loginLeft, spotify);
  }

  /// A source was asked.
  static void polled(MeterRegistry meters, LiveSource source, Connection now) {
    String outcome = now.schedule().message().isEmpty() ? ANSWERED : TROUBLED;
    ListeningMetric.SOURCE_POLLS.counter(meters, source.id(), outcome).increment();
  }

  double isIn(LiveSource source, State state) {
    State now =
        of(source).map(Connection::state).max(Comparator.naturalOrder()).orElse(State.DISCONNECTED);
    return now == state ? 1 : 0;
  }

  double silence(LiveSource source) {
    Instant now = clock.instant();
    return of(source)
        .filter(each -> each.state() == State.CONNECTED)
        .flatMap(each -> each.schedule().lastPoll().or(each::consentAt).stream())
        .mapToDouble(last -> Math.max(0, Duration.between(last, now).toSeconds()))
        .max()
        .orElse(0);
  }

  double openGaps(LiveSource source) {
    return of(source).flatMap(each -> each.gaps().stream()).filter(Gap::open).count();
  }

  double lockedOut(LiveSource source) {
    Instant now = clock.instant();
    return of(source)
        .flatMap(each -> each.schedule().lockedUntil().stream())
        .mapToDouble(until -> Math.max(0, Duration.between(now, until).toSeconds()))
        .max()
        .orElse(0);
  }

  double loginAge() {
    Instant now = clock.instant();
    return logins()
        .mapToDouble(login -> Duration.between(login.consentAt(), now).toSeconds())
        .max()
        .orElse(0);
  }

  double loginLeft() {
    Instant now = clock.instant();
    return logins()
        .mapToDouble(login -> Math.max(0, Duration.between(now, login.endsAt()).toSeconds()))
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  private Stream<LoginAge> logins() {
    return of(LiveSource.SPOTIFY)
        .filter(each -> each.state() != State.DISCONNECTED)
        .flatMap(each -> each.consentAt().stream())
        .map(LoginAge::new);
  }

  private Stream<Connection> of(LiveSource source) {
    return connections.all().stream().filter(each -> each.source() == source);
  }

  private static String word(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
