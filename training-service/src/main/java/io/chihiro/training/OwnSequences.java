package io.chihiro.training;

import io.chihiro.models.sequences.Listen;
import io.chihiro.models.sequences.Sessions;
import io.chihiro.training.LearnablePlays.Heard;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What somebody heard together, as songs by their ids. Pure.
///
/// @param sessions of two different songs at least, oldest first
/// @param playlists of two different songs at least
/// @param names identities under which each of their songs is met, by its id
/// @param days on which any of it may have been heard, in whatever time zone
record OwnSequences(
    List<List<String>> sessions,
    List<List<String>> playlists,
    Map<String, Set<String>> names,
    Set<LocalDate> days) {

  /// Two sources differ by less in when the same listen began.
  private static final Duration TOLD_TWICE = Duration.ofMinutes(2);

  /// Behind the last time zone, on a day that ends at ten in the morning.
  private static final Duration LATEST_DAY = Duration.ofHours(12 + 10);

  /// Ahead of the first time zone.
  private static final Duration EARLIEST_DAY = Duration.ofHours(14);

  private static final Comparator<Heard> IN_TIME =
      Comparator.comparing(Heard::from)
          .thenComparing(Heard::source)
          .thenComparing(Heard::spelled)
          .thenComparing(Heard::to);

  /// The sequences of plays and playlists.
  ///
  /// @param lists identities of the songs of each, in their order
  static OwnSequences of(Collection<Heard> plays, Collection<List<String>> lists, SongIds ids) {
    List<List<String>> sessions = together(Sessions.of(once(plays, ids), Sessions.GAP).stream());
    List<List<String>> playlists =
        together(lists.stream().map(list -> list.stream().map(ids::of).toList()));
    Set<String> songs =
        Stream.concat(sessions.stream(), playlists.stream())
            .flatMap(List::stream)
            .collect(Collectors.toSet());
    Set<String> played = plays.stream().map(Heard::spelled).collect(Collectors.toSet());
    return new OwnSequences(sessions, playlists, ids.names(songs, played), days(plays));
  }

  private static List<List<String>> together(Stream<List<String>> all) {
    return all.filter(each -> each.stream().distinct().limit(2).count() == 2).toList();
  }

  // What two sources tell of one listen would else stand in its session twice.
  private static List<Listen> once(Collection<Heard> plays, SongIds ids) {
    Map<String, Heard> latest = new HashMap<>();
    List<Listen> listens = new ArrayList<>();
    for (Heard play : plays.stream().sorted(IN_TIME).toList()) {
      String id = ids.of(play.spelled());
      Heard before = latest.put(id, play);
      if (before == null || !isTheSame(before, play)) {
        listens.add(new Listen(id, play.from(), play.to()));
      }
    }
    return listens;
  }

  private static boolean isTheSame(Heard before, Heard play) {
    return before.source() != play.source()
        && !before.from().plus(TOLD_TWICE).isBefore(play.from());
  }

  private static Set<LocalDate> days(Collection<Heard> plays) {
    Set<LocalDate> days = new TreeSet<>();
    for (Heard play : plays) {
      LocalDate last = date(play.to().plus(EARLIEST_DAY));
      for (LocalDate day = date(play.to().minus(LATEST_DAY));
          !day.isAfter(last);
          day = day.plusDays(1)) {
        days.add(day);
      }
    }
    return days;
  }

  private static LocalDate date(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
