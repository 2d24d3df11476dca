package io.chihiro.sample;

import java.time.LocalDate;

/// One written day of the sample life.
///
/// @param date the local date
/// @param text what was written, one paragraph
public record DiaryDay(LocalDate date, String text) {
  /// The era the day lies in.
  public Era era() {
    return Era.of(date);
  }
}
