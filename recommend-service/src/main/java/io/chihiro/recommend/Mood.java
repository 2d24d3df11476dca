package io.chihiro.recommend;

import io.chihiro.door.RefusedException;
import org.jspecify.annotations.Nullable;

/// How somebody feels, in words.
///
/// @param text not blank, holds at least one letter, not longer than the limit
record Mood(String text) {
  /// Reads what somebody typed.
  ///
  /// @throws RefusedException with a sentence that says what to do instead
  static Mood of(@Nullable String typed, int longest) {
    if (typed == null || typed.isBlank()) {
      throw RefusedException.wrongCall("The mood is empty: say in a few words how you feel.");
    }
    if (typed.length() > longest) {
      throw RefusedException.wrongCall(
          "The mood has " + typed.length() + " characters; say it in at most " + longest + ".");
    }
    if (typed.codePoints().noneMatch(Character::isLetter)) {
      throw RefusedException.wrongCall(
          "The mood has no words in it: say it in letters rather than signs or pictures.");
    }
    return new Mood(typed.strip());
  }
}
