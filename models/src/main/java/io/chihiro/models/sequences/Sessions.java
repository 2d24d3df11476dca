package io.chihiro.models.sequences;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Listening sessions: the songs of a life between one long silence and the next, in order.
public final class Sessions {
  /// A longer silence begins a new session.
  public static final Duration GAP = Duration.ofMinutes(30);

  private static final Comparator<Listen> IN_ORDER =
      Comparator.comparing(Listen::from).thenComparing(Listen::to).thenComparing(Listen::song);

  private Sessions() {}

  /// The sessions of one listener, oldest first. A song on repeat is there once: it is no company
  /// for itself.
  ///
  /// @param listens in any order
  /// @param gap the longest silence within a session, from the end of a play to the next beginning
  public static List<List<String>> of(List<Listen> listens, Duration gap) {
    List<List<String>> sessions = new ArrayList<>();
    Instant silentSince = Instant.EPOCH;
    for (Listen listen : listens.stream().sorted(IN_ORDER).toList()) {
      if (sessions.isEmpty() || silentSince.plus(gap).isBefore(listen.from())) {
        sessions.add(new ArrayList<>());
        silentSince = listen.to();
      }
      add(sessions.getLast(), listen.song());
      silentSince = listen.to().isAfter(silentSince) ? listen.to() : silentSince;
    }
    return sessions.stream().map(List::copyOf).toList();
  }

  private static void add(List<String> session, String song) {
    if (session.isEmpty() || !session.getLast().equals(song)) {
      session.add(song);
    }
  }
}
