package io.chihiro.ocr.engine;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The last line that a model is asked for, `dates: 2024-03-05, 2024-03-06` or `dates: none`, taken
/// from below the page. Another last line is the page's own and stays.
///
/// @param text the page without it
/// @param dates days that are in the calendar, in the order given
record DatesLine(String text, List<LocalDate> dates) {
  private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";
  private static final Pattern LINE =
      Pattern.compile(
          "(?:\\A|\\R)\\s*[*_`\\[]*dates?:[*_`]*\\s*(none|%s(?:\\s*[,;]\\s*%s)*)[*_`\\].]*\\s*\\z"
              .formatted(DAY, DAY),
          Pattern.CASE_INSENSITIVE);

  static DatesLine of(String answer) {
    var found = LINE.matcher(answer);
    return found.find()
        ? new DatesLine(answer.substring(0, found.start()), days(found.group(1)))
        : new DatesLine(answer, List.of());
  }

  private static List<LocalDate> days(String list) {
    var days = new ArrayList<LocalDate>();
    var day = Pattern.compile(DAY).matcher(list);
    while (day.find()) {
      add(day.group(), days);
    }
    return List.copyOf(days);
  }

  private static void add(String day, List<LocalDate> days) {
    try {
      days.add(LocalDate.parse(day));
    } catch (DateTimeException invented) {
      // the 31st of February says only that the model guessed
    }
  }
}
