package io.chihiro.ocr;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Names of months and weekdays in English, German, French and Spanish, also where reading got one
/// letter wrong. Pure.
final class CalendarWords {
  private static final int SHORTEST_FUZZY_LETTERS = 4;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  // One line a month, without accents.
  private static final Map<String, Month> MONTHS =
      table(
          Month::of,
          """
          january jan januar janner jaenner janvier janv enero ene
          february feb februar feber fevrier fevr fev febrero
          march mar marz maerz mrz mars marzo
          april apr avril avr abril abr
          may mai mayo
          june jun juni juin junio
          july jul juli juillet juil julio
          august aug aout agosto ago
          september sep sept septembre septiembre setiembre
          october oct oktober okt octobre octubre
          november nov novembre noviembre
          december dec dezember dez decembre diciembre dic
          """);

  private static final Map<String, DayOfWeek> WEEKDAYS =
      table(
          DayOfWeek::of,
          """
          monday mon montag mo lundi lun lunes
          tuesday tue tues dienstag di mardi mar martes
          wednesday wed weds mittwoch mi mercredi mer miercoles mie
          thursday thu thur thurs donnerstag do jeudi jeu jueves jue
          friday fri freitag fr vendredi ven viernes vie
          saturday sat samstag sonnabend sa samedi sam sabado sab
          sunday sun sonntag so dimanche dim domingo dom
          """);

  private static final Set<String> ENGLISH_MONTHS =
      Stream.concat(
              Arrays.stream(Month.values())
                  .flatMap(
                      month ->
                          Stream.of(TextStyle.FULL, TextStyle.SHORT)
                              .map(style -> month.getDisplayName(style, Locale.ENGLISH))),
              Stream.of("sep", "sept"))
          .map(name -> name.toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());

  private CalendarWords() {}

  /// A name that was recognised.
  ///
  /// @param exact false if one letter had to be mended
  record Named<T>(T value, boolean exact) {}

  static Optional<Named<Month>> month(String word) {
    return named(word, MONTHS);
  }

  static Optional<Named<DayOfWeek>> weekday(String word) {
    return named(word, WEEKDAYS);
  }

  /// Whether a month is named as English names it, where the month may come before the day.
  static boolean isEnglishMonth(String word) {
    return ENGLISH_MONTHS.contains(word.toLowerCase(Locale.ROOT));
  }

  private static <T> Optional<Named<T>> named(String word, Map<String, T> names) {
    List<String> spellings = spellings(word);
    Optional<T> exact =
        spellings.stream()
            .flatMap(each -> Optional.ofNullable(names.get(each)).stream())
            .findFirst();
    return exact
        .map(value -> new Named<>(value, true))
        .or(() -> mended(spellings, names).map(value -> new Named<>(value, false)));
  }

  // Two letters on either side of the truth say nothing: "juny" is June and July.
  private static <T> Optional<T> mended(List<String> spellings, Map<String, T> names) {
    Set<T> near =
        names.entrySet().stream()
            .filter(name -> name.getKey().length() >= SHORTEST_FUZZY_LETTERS)
            .filter(name -> spellings.stream().anyMatch(each -> isOneAway(each, name.getKey())))
            .map(Map.Entry::getValue)
            .collect(Collectors.toSet());
    return near.size() == 1 ? near.stream().findFirst() : Optional.empty();
  }

  // A page that was read by a machine may hold digits where letters were (0ctober, Ju1y, Apri1),
  // and two letters where one was (Dezernber).
  private static List<String> spellings(String word) {
    String plain =
        MARKS
            .matcher(Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
            .replaceAll("")
            .replace('0', 'o')
            .replace('|', 'l');
    return List.of(plain.replace('1', 'l'), plain.replace('1', 'i'), plain.replace("rn", "m"));
  }

  private static <T> Map<String, T> table(IntFunction<T> value, String lines) {
    Map<String, T> names = new LinkedHashMap<>();
    int number = 0;
    for (String line : lines.lines().toList()) {
      number++;
      T named = value.apply(number);
      Arrays.stream(line.split(" ", -1)).forEach(name -> names.put(name, named));
    }
    return Map.copyOf(names);
  }

  /// Whether one letter added, dropped or changed makes the words the same (Levenshtein distance
  /// 1).
  static boolean isOneAway(String left, String right) {
    if (Math.abs(left.length() - right.length()) > 1) {
      return false;
    }
    int same = Arrays.mismatch(left.toCharArray(), right.toCharArray());
    if (same < 0) {
      return false;
    }
    String leftRest = left.substring(same);
    String rightRest = right.substring(same);
    if (left.length() == right.length()) {
      return leftRest.substring(1).equals(rightRest.substring(1));
    }
    return left.length() > right.length()
        ? leftRest.substring(1).equals(rightRest)
        : leftRest.equals(rightRest.substring(1));
  }
}
