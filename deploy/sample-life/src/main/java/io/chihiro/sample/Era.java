package io.chihiro.sample;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A stretch of the sample life with a feeling and songs of its own.
public enum Era {
  FIRST_WINTER("the first winter", "2024-01-06"),
  FALLING_IN_LOVE("falling in love", "2024-03-15"),
  BURN_OUT("the burn-out", "2024-06-01"),
  GRIEF("grief", "2024-09-09"),
  BY_THE_SEA("by the sea", "2024-11-18"),
  TRAVELLING("travelling", "2025-03-01"),
  THE_BAND("the band", "2025-05-20");

  /// The first day of the sample life.
  public static final LocalDate FIRST_DAY = FIRST_WINTER.begins;

  /// The last day of the sample life, exactly eighteen months after the first.
  public static final LocalDate LAST_DAY = FIRST_DAY.plusMonths(18).minusDays(1);

  private final String title;
  private final LocalDate begins;

  Era(String title, String begins) {
    this.title = title;
    this.begins = LocalDate.parse(begins);
  }

  /// What a person would call it.
  public String title() {
    return title;
  }

  /// The first day of the era; it lasts until the next one begins.
  public LocalDate begins() {
    return begins;
  }

  /// The era a day lies in.
  ///
  /// @throws IllegalArgumentException if the day lies outside of the sample life
  public static Era of(LocalDate day) {
    if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
      throw new IllegalArgumentException(day + " lies outside of the sample life");
    }
    Era found = FIRST_WINTER;
    for (Era era : values()) {
      found = day.isBefore(era.begins) ? found : era;
    }
    return found;
  }

  /// The eras that were over before the day's own began.
  static List<Era> before(LocalDate day) {
    LocalDate begins = of(day).begins;
    return Arrays.stream(values()).filter(era -> era.begins.isBefore(begins)).toList();
  }

  String resource() {
    return "diary/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".md";
  }
}
