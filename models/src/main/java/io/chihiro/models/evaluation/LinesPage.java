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
        ReportParts.head(
            report.model(),
            report.version(),
            ReportParts.measured(report.measuredAt()),
            report.promoted(),
            report.reason()));
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
        .append(ReportParts.cell(row.map()))
        .append("</td><td>")
        .append(row.gain().map(ReportParts::cell).orElse("–"))
        .append("</td></tr>\n");
  }

  private void drift() {
    page.append(
        "<h2>General sentences</h2>\n<p>Rank correlation of its similarities with the base's: %s.</p>%n"
            .formatted(ReportParts.three(report.drift().correlation())));
  }

  private void losses() {
    page.append(ReportParts.losses(report.losses(), "Loss: the mean of an epoch's steps"));
  }

  private void foot() {
    page.append(
        ReportParts.foot(
            """
        Learned from %d pairs of words and what is said of them; %d pairs of other songs
        chose the epoch and the share of tuned weights, %s: their own line's mean reciprocal rank is
        %s, the base's %s. Songs that are right for a persona taught nothing. Lines keep the base's
        vectors; songs are ranked as a search for lines ranks them. Intervals: 2,000 bootstrap samples
        of personas.\
        """
                .formatted(
                    report.learned().pairs(),
                    report.learned().validation(),
                    ReportParts.three(report.learned().share()),
                    ReportParts.three(report.learned().ownLine()),
                    ReportParts.three(report.learned().ownLineOfBase()))));
  }
}
