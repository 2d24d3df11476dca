package io.chihiro.recommend;

import io.chihiro.events.Moment;
import java.util.List;
import java.util.Optional;

/// Says honestly what is missing before an answer can mean something.
final class NotEnough {
  /// Below this many days with songs, an answer is closer to a guess.
  static final int ENOUGH_DAYS = 10;

  private NotEnough() {}

  /// Empty if there is enough.
  ///
  /// @param daysWithText how many there are
  /// @param asked those that can be asked
  static Optional<String> sentence(int daysWithText, List<Moment> asked) {
    long daysWithSongs = asked.stream().filter(day -> !day.songs().isEmpty()).count();
    if (daysWithSongs >= ENOUGH_DAYS) {
      return Optional.empty();
    }
    return Optional.of("Not enough yet: " + missing(daysWithText, asked.size(), daysWithSongs));
  }

  private static String missing(int daysWithText, int daysAsked, long daysWithSongs) {
    if (daysWithText == 0) {
      return "no day of your journal is here. Add photos of its pages, or text.";
    }
    if (daysAsked < daysWithText && daysWithSongs == 0) {
      return "your journal is still being read; ask again in a moment.";
    }
    if (daysWithSongs == 0) {
      return (daysWithText == 1 ? "there is 1 day" : "there are " + daysWithText + " days")
          + " of journal, but none on which you played a song three times. Add your listening"
          + " history.";
    }
    return (daysWithSongs == 1 ? "only 1 day has" : "only " + daysWithSongs + " days have")
        + " both a page and songs you kept replaying; from "
        + ENOUGH_DAYS
        + " on, answers begin to mean something.";
  }
}
