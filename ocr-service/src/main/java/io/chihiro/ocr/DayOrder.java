package io.chihiro.ocr;

/// Which of two small numbers in a written date is the day.
public enum DayOrder {
  DAY_FIRST,
  MONTH_FIRST
}
