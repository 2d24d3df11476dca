package io.chihiro.recommend;

import io.chihiro.events.Moment;
import io.chihiro.events.Moment.SongPlays;
import io.chihiro.events.OffLimits;
import io.chihiro.events.Song;
import io.chihiro.events.SongName;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What of a life may be met in an answer. Pure.
///
/// @param days that may not
/// @param people their names; letter case does not matter, and a name is a word of its own
/// @param songs of those that may not, identities and ids of their names: another spelling may not
///     either
record Allowed(Set<LocalDate> days, List<Pattern> people, Set<String> songs) {
  /// Everything.
  static final Allowed ALL = new Allowed(Set.of(), List.of(), Set.of());

  private static final int ANY_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /// All but what is off limits.
  static Allowed allBut(OffLimits limits) {
    return new Allowed(
        limits.days(),
        limits.people().stream().map(Allowed::named).toList(),
        limits.songs().stream().flatMap(Allowed::names).collect(Collectors.toSet()));
  }

  private static Stream<String> names(Song song) {
    return Stream.of(song.identity(), SongName.of(song).id());
  }

  private static Pattern named(String person) {
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}])" + Pattern.quote(person.strip()) + "(?![\\p{L}\\p{N}])", ANY_CASE);
  }

  /// A day as it may be met; empty if it may not.
  Optional<Moment> of(Moment day) {
    if (days.contains(day.date())
        || people.stream().anyMatch(name -> name.matcher(day.text()).find())) {
      return Optional.empty();
    }
    return Optional.of(day.songs().stream().allMatch(this::isAllowed) ? day : without(day));
  }

  private Moment without(Moment day) {
    return new Moment(
        day.user(), day.date(), day.text(), day.songs().stream().filter(this::isAllowed).toList());
  }

  private boolean isAllowed(SongPlays song) {
    return songs.isEmpty() || names(song.song()).noneMatch(songs::contains);
  }
}
