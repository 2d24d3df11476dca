package io.chihiro.events;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// What a user does not want to meet in any answer. Nothing of it is deleted.
///
/// @param user who wants it so
/// @param days that are no evidence and lend no song their weight
/// @param people names; a day whose text holds one is off limits as a whole
/// @param songs that are not answered
public record OffLimits(String user, Set<LocalDate> days, Set<String> people, List<Song> songs)
    implements Event {
  public OffLimits {
    user = Check.user(user);
    days = days == null ? Set.of() : Set.copyOf(days);
    people = people == null ? Set.of() : Set.copyOf(people);
    songs = Absent.toEmpty(songs);
  }

  /// Of somebody who has said nothing.
  public static OffLimits nothing(String user) {
    return new OffLimits(user, Set.of(), Set.of(), List.of());
  }

  /// `user/off-limits`.
  public String key() {
    return keyOf(user);
  }

  /// The key under which a user's lies.
  public static String keyOf(String user) {
    return Keys.of(user, "off-limits");
  }
}
