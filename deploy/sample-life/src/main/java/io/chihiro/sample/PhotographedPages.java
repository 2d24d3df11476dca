package io.chihiro.sample;

import io.chihiro.sample.PhotographedPage.Format;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Which days were written by hand and photographed, and how their dates were put down.
final class PhotographedPages {
  private static final String NOTHING = "";
  private static final int UPRIGHT = 1;
  private static final int SIDEWAYS = 6;

  private record Plan(String date, String file, String datePattern, int taken, int orientation) {}

  /// `taken`: the hour at which the photo was taken, past 24 on the next day; -1 if it doesn't say.
  private static final List<Plan> PLANS =
      List.of(
          new Plan("2024-01-16", "IMG_0116.jpg", "EEEE, d MMMM yyyy", 21, UPRIGHT),
          new Plan("2024-02-09", "IMG_0152.jpg", "d.M.yy", 22, UPRIGHT),
          new Plan("2024-03-21", "IMG_0203.jpg", "MMMM d'st'", 23, UPRIGHT),
          new Plan("2024-04-14", "page-april.png", "d MMMM yyyy", -1, UPRIGHT),
          new Plan("2024-05-14", "IMG_0291.heic", "EEEE, d MMMM yyyy", 22, UPRIGHT),
          new Plan("2024-07-09", "IMG_0340.jpg", "d MMMM yyyy", 31, SIDEWAYS),
          new Plan("2024-08-14", "IMG_0377.jpg", "d.M.yyyy", 23, UPRIGHT),
          new Plan("2024-09-17", "from-mum-1.jpg", NOTHING, -1, UPRIGHT),
          new Plan("2024-10-11", "IMG_0412.jpg", "MMMM d'th'", 22, UPRIGHT),
          new Plan("2024-11-04", "IMG_0430.jpg", "EEE d MMM yyyy", 33, UPRIGHT),
          new Plan("2024-12-19", "from-mum-2.jpg", NOTHING, -1, UPRIGHT),
          new Plan("2025-01-14", "IMG_0466.jpg", "yyyy-MM-dd", 20, UPRIGHT),
          new Plan("2025-04-12", "IMG_0588.jpg", "EEEE, d MMMM yyyy", 21, UPRIGHT),
          new Plan("2025-04-30", "from-mum-3.jpg", NOTHING, -1, UPRIGHT),
          new Plan("2025-06-14", "IMG_0671.jpg", "d/M/yy", 18, UPRIGHT));

  private PhotographedPages() {}

  /// The pages, in order of their days.
  static List<PhotographedPage> of(List<DiaryDay> days, ZoneTimeline zones) {
    Map<LocalDate, DiaryDay> byDate =
        days.stream().collect(Collectors.toMap(DiaryDay::date, Function.identity()));
    return PLANS.stream().map(plan -> page(plan, byDate, zones)).toList();
  }

  private static PhotographedPage page(
      Plan plan, Map<LocalDate, DiaryDay> days, ZoneTimeline zones) {
    LocalDate date = LocalDate.parse(plan.date());
    DiaryDay day = days.get(date);
    if (day == null) {
      throw new IllegalStateException("the diary has no " + date + " to photograph");
    }
    return new PhotographedPage(
        plan.file(),
        date,
        DateTimeFormatter.ofPattern(plan.datePattern(), Locale.ENGLISH).format(date),
        day.text(),
        format(plan.file()),
        taken(date, plan.taken(), zones),
        plan.orientation());
  }

  private static Format format(String file) {
    return switch (file.substring(file.lastIndexOf('.'))) {
      case ".png" -> Format.PNG;
      case ".heic" -> Format.HEIC;
      default -> Format.JPEG;
    };
  }

  private static Optional<OffsetDateTime> taken(LocalDate date, int hour, ZoneTimeline zones) {
    if (hour < 0) {
      return Optional.empty();
    }
    LocalDate day = date.plusDays(hour / 24);
    LocalTime time = LocalTime.of(hour % 24, date.getDayOfMonth(), date.getMonthValue());
    return Optional.of(day.atTime(time).atZone(zones.on(day)).toOffsetDateTime());
  }
}
