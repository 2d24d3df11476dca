package io.chihiro.recommend;

import java.util.Optional;

/// Says honestly what is missing before an answer can mean something.
final class NotEnough {
  /// Below this many days with songs, an answer is closer to a guess.
  static final int ENOUGH_DAYS = 10;

  private NotEnough() {}

  /// Empty if there is enough.
  ///
  /// @param daysWithText how many there are
  /// @param known those that can be asked
  static Optional<String> sentence(int daysWithText, Known known) {
    if (known.withSongs() >= ENOUGH_DAYS) {
      return Optional.empty();
    }
    return Optional.of("Not enough yet: " + missing(daysWithText, known.days(), known.withSongs()));
  }

  private static String missing(int daysWithText, int daysAsked, int daysWithSongs) {
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
