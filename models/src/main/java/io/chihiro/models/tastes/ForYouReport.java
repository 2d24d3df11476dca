package io.chihiro.models.tastes;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.chihiro.models.evaluation.Report;
import io.chihiro.models.evaluation.ReportParts;
import io.chihiro.models.tastes.TasteGate.Choice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// What was measured of a version that tells what people like one love, as `report.json` and
/// `report.html`; names no song, and nobody's rank is told alone.
///
/// @param promoted whether it may answer
/// @param reason why or why not
/// @param by whose weights the version holds
/// @param people asked, one question each
/// @param songs in the core
/// @param interactions learned from while it was judged
/// @param chance what a random order has
/// @param rows one a model
public record ForYouReport(
    String model,
    String version,
    Instant measuredAt,
    boolean promoted,
    String reason,
    String by,
    int people,
    int songs,
    int interactions,
    Accuracy chance,
    List<Row> rows) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModules(new Jdk8Module(), new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  /// One model.
  ///
  /// @param chosen what the validation chose about it
  /// @param validation its nDCG@10 there
  /// @param cold over those whose held-out song is one of the least played 80 %
  /// @param warm over the others
  public record Row(
      String model,
      String chosen,
      double validation,
      Accuracy overall,
      Accuracy cold,
      Accuracy warm,
      Fairness fairness) {
    static Row of(TasteReport.Row row) {
      return new Row(
          row.model(),
          row.chosen(),
          row.validation(),
          row.overall(),
          row.cold(),
          row.warm(),
          row.fairness());
    }
  }

  public ForYouReport {
    rows = List.copyOf(rows);
  }

  /// The report of a decided version.
  public static ForYouReport of(
      String version, Instant measuredAt, Choice choice, TasteReport measured) {
    return new ForYouReport(
        SharedTastes.NAME,
        version,
        measuredAt,
        choice instanceof Choice.Promoted,
        choice.reason(),
        ForYouGate.best(measured).model(),
        measured.users(),
        measured.items(),
        measured.interactions(),
        measured.chance(),
        measured.rows().stream().map(Row::of).toList());
  }

  /// Writes both files into the version's folder.
  ///
  /// @param measured what this is the report of
  public void write(Path folder, TasteReport measured) throws IOException {
    Files.write(folder.resolve(Report.JSON_FILE), JSON.writeValueAsBytes(this));
    Files.writeString(
        folder.resolve(Report.HTML_FILE), html(TasteTable.of(measured)), StandardCharsets.UTF_8);
  }

  private String html(String table) {
    return ReportParts.head(model, version, ReportParts.measured(measuredAt), promoted, reason)
        + "<div class='scroll'><pre>%s</pre></div>\n".formatted(ReportParts.text(table))
        + ReportParts.foot(
            """
            Of everybody who agrees two songs are held out by time: the last one is asked here, the one
            before it chose λ, damping and neighbours. Ranks are among all songs that somebody is not
            known to have taken to. Two towers hold users and are measured by the benchmark alone.\
            """);
  }
}
