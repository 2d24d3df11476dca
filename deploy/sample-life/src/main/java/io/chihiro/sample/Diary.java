package io.chihiro.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/// The diary: hand-written days, each with a line or two of the everyday that all eras share.
final class Diary {
  private static final String HEADING = "## ";

  private Diary() {}

  /// Every written day, in order.
  static List<DiaryDay> days(long seed) {
    List<DiaryDay> written = new ArrayList<>();
    for (Era era : Era.values()) {
      written.addAll(read(ResourceText.lines(era.resource())));
    }
    written.sort(Comparator.comparing(DiaryDay::date));
    return withTheEveryday(written, new Random(seed));
  }

  private static List<DiaryDay> read(List<String> lines) {
    List<DiaryDay> days = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(HEADING)) {
        LocalDate date = LocalDate.parse(lines.get(i).substring(HEADING.length()));
        days.add(new DiaryDay(date, lines.get(i + 1).strip()));
      }
    }
    return days;
  }

  private static List<DiaryDay> withTheEveryday(List<DiaryDay> written, Random random) {
    EverydayLines everyday = new EverydayLines();
    return written.stream().map(day -> withTheEveryday(day, everyday, random)).toList();
  }

  private static DiaryDay withTheEveryday(DiaryDay day, EverydayLines everyday, Random random) {
    String text = day.text() + " " + everyday.next(day.date(), random);
    if (random.nextInt(5) < 2) {
      text = everyday.next(day.date(), random) + " " + text;
    }
    return new DiaryDay(day.date(), text);
  }
}
