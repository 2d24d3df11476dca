package io.chihiro.ocr;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What stands before and after a date on its line. Pure.
record LineSurroundings(String before, String after) {
  private static final int WORDS_OF_A_HEADING = 3;
  private static final Pattern ENDS_HERE =
      Pattern.compile("^\\s*(?:$|[,.;:!)\\]–—*-]|\\d{1,2}[:.h]).*");
  private static final Pattern RUNS_ON = Pattern.compile("^\\s*[:.–—-].*");
  private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\d]+");
  private static final Set<String> ARTICLES = Set.of("the", "der", "den", "dem", "le", "el", "a");

  // Words before a date that make it a part of a sentence, or of something that is no date.
  private static final Set<String> STORYTELLING =
      words(
          """
          on in at until till since by before after from to for between of was is remember around
          about born died due version page chapter room no act scene psalm track
          am im bis seit vor nach ab von zum bei war ist geboren um
          depuis jusqu avant après au en né née vers
          desde hasta antes después del al nacido nacida hacia
          """);

  // Words after it that do the same.
  private static final Set<String> PREDICATES =
      words(
          """
          was is were had has will would when and or to till until that which
          war ist hatte wurde und oder bis
          était est fut et
          fue era es y
          release released
          """);

  /// The weekday beside the date, if one is named.
  Optional<DayOfWeek> weekday() {
    List<String> ahead = wordsOf(before).stream().filter(word -> !ARTICLES.contains(word)).toList();
    return Stream.of(ahead.reversed(), wordsOf(after))
        .flatMap(words -> words.stream().limit(1))
        .flatMap(word -> CalendarWords.weekday(word).stream())
        .map(CalendarWords.Named::value)
        .findFirst();
  }

  /// Whether the date stands like a heading: at the start of a line, or with little beside it.
  boolean isHeading() {
    List<String> ahead = ahead();
    if (wordsOf(after).stream().limit(1).anyMatch(PREDICATES::contains)) {
      return false;
    }
    if (ahead.isEmpty()) {
      return true;
    }
    return ahead.size() <= WORDS_OF_A_HEADING
        && wordsOf(after).size() <= WORDS_OF_A_HEADING
        && ahead.stream().noneMatch(STORYTELLING::contains);
  }

  /// Whether nothing goes on that would make "5 may" a sentence.
  boolean endsHere() {
    return ENDS_HERE.matcher(after).matches()
        || wordsOf(after).stream()
            .limit(1)
            .anyMatch(word -> CalendarWords.weekday(word).isPresent());
  }

  /// Whether the date has its line to itself; a weekday does not count.
  boolean isAlone() {
    return ahead().isEmpty() && withoutWeekdays(after).isEmpty();
  }

  /// Whether the date begins its line and little follows, or a mark after which the text begins;
  /// before a date with its year a place may stand.
  boolean isStrictHeading(boolean hasYear) {
    boolean begins =
        ahead().stream().allMatch(ARTICLES::contains)
            || (hasYear && ahead().size() <= 2 && before.strip().endsWith(","));
    boolean isShort = withoutWeekdays(after).size() <= WORDS_OF_A_HEADING;
    return begins && isHeading() && endsHere() && (isShort || RUNS_ON.matcher(after).matches());
  }

  private List<String> ahead() {
    return withoutWeekdays(before);
  }

  private static List<String> withoutWeekdays(String text) {
    return wordsOf(text).stream().filter(word -> CalendarWords.weekday(word).isEmpty()).toList();
  }

  private static List<String> wordsOf(String text) {
    return NOT_WORDS
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static Set<String> words(String lines) {
    return Set.of(lines.strip().split("\\s+"));
  }
}
