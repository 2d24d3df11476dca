package io.chihiro.recommend;

import io.chihiro.door.RefusedException;
import io.chihiro.models.lines.SongsByLines.Score;
import io.chihiro.recommend.catalogue.SongFilter.Range;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads what somebody says in a search, and refuses in a sentence what cannot be meant. Pure.
final class SearchCall {
  private static final int USUAL_LIMIT = 10;
  private static final int LONGEST_NAME = 200;

  /// A range as calls have it; an end that is absent is open.
  public record Ends(@Nullable Double from, @Nullable Double to) {}

  private SearchCall() {}

  /// What is looked for.
  ///
  /// @param field its name in the call
  static String words(String field, @Nullable String typed, int longest) {
    if (typed == null || typed.isBlank()) {
      throw RefusedException.wrongCall(
          "\"%s\" is empty: say in a few words what to look for.".formatted(field));
    }
    if (typed.length() > longest) {
      throw RefusedException.wrongCall(
          "\"%s\" has %d characters; say it in at most %d."
              .formatted(field, typed.length(), longest));
    }
    if (typed.codePoints().noneMatch(Character::isLetterOrDigit)) {
      throw RefusedException.wrongCall(
          "\"%s\" has no words in it: say it in letters rather than signs or pictures."
              .formatted(field));
    }
    return typed.strip();
  }

  /// A word to filter by, if one is given.
  static Optional<String> name(String field, @Nullable String typed) {
    if (typed == null) {
      return Optional.empty();
    }
    if (typed.isBlank() || typed.length() > LONGEST_NAME) {
      throw RefusedException.wrongCall(
          "\"%s\" takes a text of 1 to %d characters.".formatted(field, LONGEST_NAME));
    }
    return Optional.of(typed.strip());
  }

  /// How many are wanted.
  static int limit(@Nullable Integer asked, int most) {
    int limit = asked == null ? USUAL_LIMIT : asked;
    if (limit < 1 || limit > most) {
      throw RefusedException.wrongCall(
          "The limit must lie between 1 and " + most + ", not " + limit + ".");
    }
    return limit;
  }

  /// A whole number that stands in an address, if it does.
  static @Nullable Integer whole(String field, @Nullable String asked) {
    try {
      return asked == null ? null : Integer.valueOf(asked);
    } catch (NumberFormatException e) {
      throw RefusedException.wrongCall("The %s must be a whole number.".formatted(field));
    }
  }

  /// A number that stands in an address, if it does.
  static @Nullable Double number(String field, @Nullable String asked) {
    try {
      return asked == null ? null : Double.valueOf(asked);
    } catch (NumberFormatException e) {
      throw RefusedException.wrongCall("\"%s\" must be a number.".formatted(field));
    }
  }

  /// How the lines of a song make its score; added up if nothing is said.
  static Score score(@Nullable String asked) {
    String word = asked == null ? Score.SUM.word() : asked;
    return Stream.of(Score.values())
        .filter(each -> each.word().equals(word))
        .findFirst()
        .orElseThrow(() -> RefusedException.wrongCall("The score must be sum or mean."));
  }

  /// A range to filter by, if one is given.
  ///
  /// @param least of what its ends may be
  static Optional<Range> range(String field, @Nullable Ends ends, double least, double most) {
    if (ends == null || (ends.from() == null && ends.to() == null)) {
      return Optional.empty();
    }
    double from = ends.from() == null ? least : ends.from();
    double to = ends.to() == null ? most : ends.to();
    // Not a number is neither.
    boolean holds = least <= from && from <= to && to <= most;
    if (!holds) {
      throw RefusedException.wrongCall(
          "\"%s\" takes a \"from\" that is not above its \"to\", both between %s and %s."
              .formatted(field, plain(least), plain(most)));
    }
    return Optional.of(new Range(from, to));
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
