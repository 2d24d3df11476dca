package io.chihiro.models.evaluation;

import static io.chihiro.models.evaluation.Svg.escaped;

import io.chihiro.models.evaluation.Query.Kind;
import io.chihiro.models.evaluation.Report.Row;
import io.chihiro.models.evaluation.Report.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A report as one page.
final class ReportPage {
  private final StringBuilder page = new StringBuilder();
  private final Report report;

  private ReportPage(Report report) {
    this.report = report;
  }

  static String html(Report report) {
    ReportPage page = new ReportPage(report);
    page.head();
    for (Table table : report.tables()) {
      page.table(table);
    }
    page.losses();
    page.map();
    page.foot();
    return page.page.toString();
  }

  private void head() {
    page.append(
        ReportParts.head(
            report.model(),
            report.version(),
            ReportParts.measured(report.measuredAt()) + " against " + report.serving(),
            report.promoted(),
            report.reason()));
    report.drift().ifPresent(this::drift);
  }

  private void drift(Drift drift) {
    page.append(
            "<p class='drift'>On %d general sentence pairs it agrees with its base by <b>%s</b>"
                .formatted(GeneralPairs.all().size(), ReportParts.three(drift.correlation())))
        .append(
            " and with a person's grades by <b>%s</b> (the base: %s); rank correlations.</p>\n"
                .formatted(
                    ReportParts.three(drift.understanding()),
                    ReportParts.three(drift.understandingOfBase())));
  }

  private void table(Table table) {
    page.append("<h2>").append(escaped(title(table.split()))).append("</h2>\n");
    for (Kind kind : Kind.values()) {
      if (table.queries().getOrDefault(kind, 0) > 0) {
        kind(table, kind);
      }
    }
    triplets(table);
    table
        .row(report.model())
        .filter(row -> row.eras().size() > 1)
        .ifPresent(row -> eras(table, row));
  }

  private static String title(String split) {
    return split.substring(0, 1).toUpperCase(Locale.ROOT) + split.substring(1);
  }

  private void kind(Table table, Kind kind) {
    Figure figure = kind == Kind.MOOD ? Figure.ERA_PRECISION_AT_5 : Figure.NDCG_AT_10;
    page.append(
            "<section class='pair'><figure><figcaption>Asked with %s: %s, 95 %% interval"
                .formatted(escaped(kind.words()), escaped(figure.words())))
        .append("</figcaption>\n")
        .append(Charts.intervals(table, kind, figure, report.model()))
        .append(
            "</figure>\n<div class='scroll'><table><thead><tr><th>%d questions</th>"
                .formatted(table.queries().getOrDefault(kind, 0)));
    for (Figure each : Figure.values()) {
      page.append("<th>").append(escaped(each.words())).append("</th>");
    }
    page.append("</tr></thead><tbody>\n");
    table.rows().forEach(row -> row(row, kind));
    page.append("</tbody></table></div></section>\n");
  }

  private void row(Row row, Kind kind) {
    page.append(row.model().equals(report.model()) ? "<tr class='us'><th>" : "<tr><th>")
        .append(escaped(row.model()))
        .append("</th>");
    for (Figure figure : Figure.values()) {
      page.append("<td>").append(cell(row.of(kind, figure))).append("</td>");
    }
    page.append("</tr>\n");
  }

  private static String cell(Optional<Interval> interval) {
    return interval
        .map(
            told ->
                "<b>%s</b> <i>%s to %s</i>"
                    .formatted(
                        ReportParts.three(told.value()),
                        Charts.decimal(told.low()),
                        Charts.decimal(told.high())))
        .orElse("–");
  }

  private void triplets(Table table) {
    Map<String, TripletFigures> told = new LinkedHashMap<>();
    table.rows().forEach(row -> row.triplets().ifPresent(t -> told.put(row.model(), t)));
    if (told.isEmpty()) {
      return;
    }
    page.append(
            "<h3>Triplets</h3>\n<div class='scroll'><table><thead><tr><th></th><th>triplets</th>")
        .append("<th>accuracy</th><th>separation</th><th>MRR</th><th>precision</th><th>recall</th>")
        .append("<th>F1</th></tr></thead><tbody>\n");
    told.forEach(this::tripletRow);
    page.append("</tbody></table></div>\n");
    table.row(report.model()).flatMap(Row::triplets).ifPresent(this::tripletPictures);
  }

  private void tripletRow(String model, TripletFigures figures) {
    Confusion confusion = figures.confusion();
    page.append(model.equals(report.model()) ? "<tr class='us'><th>" : "<tr><th>")
        .append(escaped(model))
        .append("</th><td>%d</td>".formatted(figures.triplets()));
    for (Interval interval : List.of(figures.accuracy(), figures.separation(), figures.mrr())) {
      page.append("<td>").append(cell(Optional.of(interval))).append("</td>");
    }
    page.append(
        "<td>%s</td><td>%s</td><td>%s</td></tr>%n"
            .formatted(
                ReportParts.three(confusion.precision()),
                ReportParts.three(confusion.recall()),
                ReportParts.three(confusion.f1())));
  }

  private void tripletPictures(TripletFigures figures) {
    page.append("<section class='pair'><figure><figcaption>How similar days are that share a song ")
        .append("(<span class='key positive'></span>) and days that do not ")
        .append("(<span class='key negative'></span>)</figcaption>\n")
        .append(Charts.histogram(figures))
        .append("</figure><figure><figcaption>Called alike above the threshold</figcaption>\n")
        .append(Charts.confusion(figures.confusion()))
        .append("</figure></section>\n");
  }

  private void eras(Table table, Row row) {
    page.append("<figure><figcaption>nDCG@10 by era: <span class='key ours'></span> ")
        .append(escaped(report.model()))
        .append(", <span class='key theirs'></span> ")
        .append(escaped(report.serving()))
        .append("</figcaption>\n")
        .append(Charts.eras(row, table.row(report.serving())))
        .append("</figure>\n");
  }

  private void losses() {
    page.append(
        ReportParts.losses(
            report.losses(),
            "Loss: <span class='key ours'></span> learned from, "
                + "<span class='key negative'></span> validation"));
  }

  private void map() {
    if (report.map().days().isEmpty()) {
      return;
    }
    page.append("<h2>The days as it sees them</h2>\n<figure><figcaption>One dot a day, t-SNE; ")
        .append("days of the most played songs in colour</figcaption>\n")
        .append(Charts.map(report.map()))
        .append("<p class='legend'>");
    for (int i = 0; i < report.map().songs().size(); i++) {
      page.append("<span><i class='key song%d'></i>".formatted(i))
          .append(escaped(report.map().songs().get(i)))
          .append("</span> ");
    }
    page.append("</p></figure>\n");
  }

  private void foot() {
    page.append(
        ReportParts.foot(
            """
            Right are the songs that the asked day really had, or that the mood was meant for. No text
            of a held-out day was learned from; the paper's split leaks and stands here to be laid
            beside the paper. Intervals: 2,000 bootstrap samples of days, songs or moods.\
            """));
  }
}
