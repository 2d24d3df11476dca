package io.chihiro.models.tastes;

import io.chihiro.models.evaluation.Interval;
import io.chihiro.models.tastes.TasteReport.Row;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A report as text: accuracy in per cent with intervals, then whom the first ten show.
public final class TasteTable {
  private static final String ACCURACY = "%-14s %-25s %-25s %-17s %-17s %-11s %s%n";
  private static final double PER_CENT = 100;

  private TasteTable() {}

  /// Both tables.
  public static String of(TasteReport report) {
    return accuracy(report) + fairness(report);
  }

  private static String accuracy(TasteReport report) {
    int cold = report.rows().isEmpty() ? 0 : report.rows().getFirst().cold().users();
    StringBuilder table = new StringBuilder();
    table.append(
        "%d users, %d items, %d interactions learned from; %d users are asked for a cold item%n"
            .formatted(report.users(), report.items(), report.interactions(), cold));
    table.append(
        ACCURACY.formatted(
            "model",
            "HR@10 % [95 %]",
            "nDCG@10 % [95 %]",
            "cold HR/nDCG %",
            "warm HR/nDCG %",
            "validation",
            "chosen there"));
    report.rows().forEach(row -> table.append(accuracy(row)));
    table.append(
        ACCURACY
            .formatted(
                "chance",
                number(report.chance().hitAt10().value()),
                number(report.chance().ndcgAt10().value()),
                "",
                "",
                "",
                "")
            .stripTrailing());
    return table.append(System.lineSeparator()).toString();
  }

  private static String accuracy(Row row) {
    return ACCURACY.formatted(
        row.model(),
        interval(row.overall().hitAt10()),
        interval(row.overall().ndcgAt10()),
        pair(row.cold()),
        pair(row.warm()),
        number(row.validation()),
        row.chosen());
  }

  private static String fairness(TasteReport report) {
    StringBuilder table = new StringBuilder();
    table.append(
        "%-14s %-62s %-12s %s%n"
            .formatted(
                "model",
                "% of places by tenth of the items, most popular first",
                "artist Gini",
                "HR@10 by country"));
    for (Row row : report.rows()) {
      table.append(
          "%-14s %-62s %-12s %s%n"
              .formatted(
                  row.model(),
                  exposure(row.fairness().exposure()),
                  String.format(Locale.ROOT, "%.3f", row.fairness().artistGini()),
                  countries(row.fairness())));
    }
    return table.toString();
  }

  private static String exposure(List<Double> shares) {
    return shares.stream()
        .map(share -> String.format(Locale.ROOT, "%5.1f", PER_CENT * share))
        .collect(Collectors.joining(" "));
  }

  private static String countries(Fairness fairness) {
    if (fairness.hitByCountry().isEmpty()) {
      return "no country of %d users is known".formatted(Fairness.FEWEST_USERS);
    }
    return fairness.hitByCountry().entrySet().stream()
            .map(each -> each.getKey() + " " + interval(each.getValue()))
            .collect(Collectors.joining(", "))
        + gap(fairness);
  }

  private static String gap(Fairness fairness) {
    return fairness.countryGap().isEmpty()
        ? ""
        : "; apart " + number(fairness.countryGap().getAsDouble());
  }

  private static String pair(Accuracy accuracy) {
    return accuracy.users() == 0
        ? "nobody"
        : number(accuracy.hitAt10().value()) + " / " + number(accuracy.ndcgAt10().value());
  }

  private static String interval(Interval interval) {
    return "%s [%s, %s]"
        .formatted(number(interval.value()), number(interval.low()), number(interval.high()));
  }

  private static String number(double share) {
    return String.format(Locale.ROOT, "%.2f", PER_CENT * share);
  }
}
