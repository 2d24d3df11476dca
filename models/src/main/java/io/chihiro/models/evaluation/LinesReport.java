package io.chihiro.models.evaluation;

import io.chihiro.models.evaluation.Report.LossPoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What was measured of a version that reads what is looked for among lines, as `report.json` and
/// `report.html`; names no song and quotes nobody.
///
/// @param measuredAt when
/// @param promoted whether it may answer
/// @param reason why or why not
/// @param learned what it learned from
/// @param personas who asked
/// @param songs that were ranked for each of them
/// @param lines of these songs
/// @param rows one a model; none without personas
/// @param drift from the base
/// @param losses of each epoch
public record LinesReport(
    String model,
    String version,
    Instant measuredAt,
    boolean promoted,
    String reason,
    Learned learned,
    int personas,
    int songs,
    long lines,
    List<Row> rows,
    Drift drift,
    List<LossPoint> losses) {

  /// What was learned from, and how well what was held out for choosing is told.
  ///
  /// @param pairs learned from
  /// @param validation pairs of other songs
  /// @param share of tuned weights that was kept
  /// @param ownLine mean reciprocal rank of the own line, of the pairs that validate
  /// @param ownLineOfBase the same of the base
  public record Learned(
      int pairs, int validation, double share, double ownLine, double ownLineOfBase) {}

  /// One encoder's figures.
  ///
  /// @param map MAP@10 over personas
  /// @param gain of the version over it
  public record Row(String model, Interval map, Optional<Interval> gain) {}

  public LinesReport {
    rows = List.copyOf(rows);
    losses = List.copyOf(losses);
  }

  /// The report of a decided version.
  public static LinesReport of(
      String model,
      String version,
      Instant measuredAt,
      Decision decision,
      Learned learned,
      LinesMeasured measured,
      Drift drift,
      List<LossPoint> losses) {
    return new LinesReport(
        model,
        version,
        measuredAt,
        decision instanceof Decision.Promoted,
        decision.reason(),
        learned,
        measured.personas(),
        measured.songs(),
        measured.lines(),
        measured.personas() == 0 ? List.of() : rows(model, measured),
        drift,
        losses);
  }

  private static List<Row> rows(String model, LinesMeasured measured) {
    List<Row> rows = new ArrayList<>();
    rows.add(new Row(model, measured.ofTuned(), Optional.empty()));
    rows.add(new Row("base", measured.ofBase(), Optional.of(measured.gainOverBase())));
    measured
        .ofServing()
        .ifPresent(map -> rows.add(new Row("serving before", map, measured.gainOverServing())));
    return rows;
  }

  /// Writes both files into the version's folder.
  public void write(Path folder) throws IOException {
    Files.write(
        folder.resolve(Report.JSON_FILE),
        Report.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
    Files.writeString(
        folder.resolve(Report.HTML_FILE), LinesPage.html(this), StandardCharsets.UTF_8);
  }
}
