package io.chihiro.models.evaluation;

import io.chihiro.models.evaluation.NextSongReport.Chance;
import io.chihiro.models.evaluation.NextSongReport.Figures;
import io.chihiro.models.evaluation.Report.LossPoint;
import io.chihiro.models.sequences.SequenceModels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// What was measured of a version that tells which songs live together, as `report.json` and
/// `report.html`; names no song.
///
/// @param measuredAt when
/// @param promoted whether it may answer
/// @param reason why or why not
/// @param heard what it learned from
/// @param questions asked of every model
/// @param cold questions whose song is in no other session, asked of nobody
/// @param rows one a model
/// @param chance what songs drawn at random would have
/// @param losses of each epoch
public record CompanyReport(
    String model,
    String version,
    Instant measuredAt,
    boolean promoted,
    String reason,
    Heard heard,
    int questions,
    int cold,
    List<Row> rows,
    Chance chance,
    List<LossPoint> losses) {

  /// What was learned from.
  ///
  /// @param sessions of listening, each held out once
  /// @param playlists never held out
  /// @param songs in them
  public record Heard(int sessions, int playlists, int songs) {}

  /// One model's figures.
  ///
  /// @param gain of the version over it
  public record Row(String model, Figures figures, Figures gain) {}

  public CompanyReport {
    rows = List.copyOf(rows);
    losses = List.copyOf(losses);
  }

  /// The report of a decided version.
  public static CompanyReport of(
      String model,
      String version,
      Instant measuredAt,
      Decision decision,
      Heard heard,
      NextSongReport measured,
      List<LossPoint> losses) {
    return new CompanyReport(
        model,
        version,
        measuredAt,
        decision instanceof Decision.Promoted,
        decision.reason(),
        heard,
        measured.questions(),
        measured.cold().size(),
        Stream.of(SequenceModels.values())
            .map(each -> new Row(each.words(), measured.of(each), measured.gainOver(each)))
            .toList(),
        measured.chance(),
        losses);
  }

  /// Writes both files into the version's folder.
  public void write(Path folder) throws IOException {
    Files.write(
        folder.resolve(Report.JSON_FILE),
        Report.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
    Files.writeString(
        folder.resolve(Report.HTML_FILE), CompanyPage.html(this), StandardCharsets.UTF_8);
  }
}
