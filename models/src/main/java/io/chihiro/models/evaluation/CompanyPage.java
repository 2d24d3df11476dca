package io.chihiro.models.evaluation;

import static io.chihiro.models.evaluation.Svg.escaped;

import io.chihiro.models.evaluation.CompanyReport.Row;
import io.chihiro.models.sequences.SequenceModels;
import java.util.List;

/// The report of songs that live together as one page that needs nothing else.
final class CompanyPage {
  private final StringBuilder page = new StringBuilder();
  private final CompanyReport report;

  private CompanyPage(CompanyReport report) {
    this.report = report;
  }

  static String html(CompanyReport report) {
    CompanyPage page = new CompanyPage(report);
    page.head();
    page.table();
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
    page.append(
            "<h2>The next song of sessions that were held out</h2>\n<div class='scroll'><table>")
        .append("<thead><tr><th>%d questions</th>".formatted(report.questions()))
        .append("<th>hit@10</th><th>MRR</th><th>behind by hit@10</th><th>behind by MRR</th></tr>")
        .append("</thead><tbody>\n");
    report.rows().forEach(this::row);
    page.append(
        "<tr><th>chance</th><td>%s</td><td>%s</td><td>–</td><td>–</td></tr>%n"
            .formatted(
                ReportParts.three(report.chance().hitAt10()),
                ReportParts.three(report.chance().mrr())));
    page.append("</tbody></table></div>\n");
  }

  private void row(Row row) {
    boolean ours = row.model().equals(SequenceModels.SKIP_GRAM.words());
    page.append(ours ? "<tr class='us'><th>" : "<tr><th>")
        .append(escaped(row.model()))
        .append("</th>");
    for (Interval each : List.of(row.figures().hitAt10(), row.figures().mrr())) {
      page.append("<td>").append(ReportParts.cell(each)).append("</td>");
    }
    for (Interval each : List.of(row.gain().hitAt10(), row.gain().mrr())) {
      page.append("<td>").append(ours ? "–" : ReportParts.cell(each)).append("</td>");
    }
    page.append("</tr>\n");
  }

  private void losses() {
    page.append(ReportParts.losses(report.losses(), "Loss: the mean of an epoch's pairs"));
  }

  private void foot() {
    page.append(
        ReportParts.foot(
            """
        Learned from %d sessions (a silence of more than 30 minutes ends one) and %d
        playlists with %d songs. Every session is held out once, in five parts; right is its last song
        that was not in it yet. %d last songs are in no other session and were asked of nobody.
        Intervals: 2,000 bootstrap samples of sessions.\
        """
                .formatted(
                    report.heard().sessions(),
                    report.heard().playlists(),
                    report.heard().songs(),
                    report.cold())));
  }
}
