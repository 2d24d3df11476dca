package io.chihiro.models.evaluation;

import static io.chihiro.models.evaluation.Svg.escaped;

import io.chihiro.models.evaluation.LinesReport.Row;

/// The report of what reads questions about lines as one page that needs nothing else.
final class LinesPage {
  private final StringBuilder page = new StringBuilder();
  private final LinesReport report;

  private LinesPage(LinesReport report) {
    this.report = report;
  }

  static String html(LinesReport report) {
    LinesPage page = new LinesPage(report);
    page.head();
    page.table();
    page.drift();
    page.losses();
    page.foot();
    return page.page.toString();
  }

  private void head() {
    page.append(
        """
        <!doctype html>
        <html lang='en'><head><meta charset='utf-8'>
        <meta name='viewport' content='width=device-width'>
        <meta http-equiv='Content-Security-Policy' content="default-src 'none'; style-src 'unsafe-inline'">
        <title>%s %s</title>
        <style>
        %s</style></head><body><main>
        <header><h1>%s <small>%s</small></h1><p class='when'>measured %s</p></header>
        <p class='verdict %s'>%s</p>
        """
            .formatted(
                escaped(report.model()),
                escaped(report.version()),
                ReportPage.STYLE,
                escaped(report.model()),
                escaped(report.version()),
                ReportPage.TIME.format(report.measuredAt()),
                report.promoted() ? "promoted" : "kept",
                escaped(report.reason())));
  }

  private void table() {
    if (report.rows().isEmpty()) {
      return;
    }
    page.append("<h2>The right songs for personas</h2>\n<div class='scroll'><table>")
        .append(
            "<thead><tr><th>%d personas, %d songs</th>"
                .formatted(report.personas(), report.songs()))
        .append("<th>MAP@10</th><th>behind by</th></tr></thead><tbody>\n");
    report.rows().forEach(this::row);
    page.append("</tbody></table></div>\n");
  }

  private void row(Row row) {
    page.append(row.gain().isEmpty() ? "<tr class='us'><th>" : "<tr><th>")
        .append(escaped(row.model()))
        .append("</th><td>")
        .append(cell(row.map()))
        .append("</td><td>")
        .append(row.gain().map(LinesPage::cell).orElse("–"))
        .append("</td></tr>\n");
  }

  private static String cell(Interval told) {
    return "<b>%s</b> <i>%s to %s</i>"
        .formatted(
            ReportPage.three(told.value()),
            ReportPage.three(told.low()),
            ReportPage.three(told.high()));
  }

  private void drift() {
    page.append(
        "<h2>General sentences</h2>\n<p>Rank correlation of its similarities with the base's: %s.</p>%n"
            .formatted(ReportPage.three(report.drift().correlation())));
  }

  private void losses() {
    if (!report.losses().isEmpty()) {
      page.append("<h2>Training</h2>\n<figure><figcaption>Loss: the mean of an epoch's steps")
          .append("</figcaption>\n")
          .append(Charts.losses(report.losses()))
          .append("</figure>\n");
    }
  }

  private void foot() {
    page.append(
        """
        <footer><p>Learned from %d pairs of words and what is said of them; %d pairs of other songs
        chose the epoch and the share of tuned weights, %s: their own line's mean reciprocal rank is
        %s, the base's %s. Songs that are right for a persona taught nothing. Lines keep the base's
        vectors; songs are ranked as a search for lines ranks them. Intervals: 2,000 bootstrap samples
        of personas.</p></footer></main></body></html>
        """
            .formatted(
                report.learned().pairs(),
                report.learned().validation(),
                ReportPage.three(report.learned().share()),
                ReportPage.three(report.learned().ownLine()),
                ReportPage.three(report.learned().ownLineOfBase())));
  }
}
