package io.chihiro.ocr.digital;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Rules that know a few ways to write a day, for tests of formats alone.
final class PlainRules implements RowRules {
  private static final Pattern DAY =
      Pattern.compile(
          "^(?:#* *)(?:\\p{L}+, )?(\\d{4}-\\d\\d-\\d\\d|\\d{1,2} \\p{L}+ \\d{4}|\\d\\d\\.\\d\\d\\.\\d{4})$");

  @Override
  public boolean isSane(LocalDate day) {
    return day.getYear() > 1000 && day.getYear() < 2030;
  }

  @Override
  public Optional<LocalDate> written(String line) {
    return DAY.matcher(line).results().findFirst().map(PlainRules::day);
  }

  private static LocalDate day(MatchResult found) {
    String written = found.group(1);
    if (written.contains("-")) {
      return LocalDate.parse(written);
    }
    String pattern = written.contains(".") ? "dd.MM.uuuu" : "d MMMM uuuu";
    return LocalDate.parse(written, DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
  }

  @Override
  public Optional<String> reasonAgainst(String text) {
    return text.isBlank() ? Optional.of("blank") : Optional.empty();
  }
}
