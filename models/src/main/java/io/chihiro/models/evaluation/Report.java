package io.chihiro.models.evaluation;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.chihiro.models.evaluation.Query.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was measured of one version, as `report.json` and `report.html`; holds no journal text.
///
/// @param model the name of the model, which is its name in the tables
/// @param version the version measured
/// @param serving the version it was measured against, by its name in the tables
/// @param measuredAt when
/// @param promoted whether it may serve
/// @param reason why or why not
/// @param tables one a split, the one that decides first
/// @param losses the training's losses; none where nothing is trained
/// @param drift from the base, for what is tuned from one
/// @param map the days as the version sees them
public record Report(
    String model,
    String version,
    String serving,
    Instant measuredAt,
    boolean promoted,
    String reason,
    List<Table> tables,
    List<LossPoint> losses,
    Optional<Drift> drift,
    LatentMap map) {

  /// The file a program reads.
  public static final String JSON_FILE = "report.json";

  /// The file a person reads.
  public static final String HTML_FILE = "report.html";

  static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /// Models side by side on one split.
  ///
  /// @param queries how many questions of each kind
  public record Table(String split, Map<Kind, Integer> queries, List<Row> rows) {
    static Table of(Comparison comparison, String serving) {
      return new Table(
          comparison.split(),
          comparison.queries(),
          comparison.models().stream().map(model -> Row.of(comparison, model, serving)).toList());
    }

    /// A model's row, if it has one.
    public Optional<Row> row(String model) {
      return rows.stream().filter(row -> row.model().equals(model)).findFirst();
    }
  }

  /// One model's figures.
  ///
  /// @param figures those that could be told, by kind of question
  /// @param gain in nDCG@10 over the serving version, asked with whole days
  /// @param triplets for models that read text, where there are triplets
  /// @param eras nDCG@10 by era, asked with whole days
  public record Row(
      String model,
      Map<Kind, Map<Figure, Interval>> figures,
      Optional<Interval> gain,
      Optional<TripletFigures> triplets,
      Map<String, Interval> eras) {

    static Row of(Comparison comparison, ModelScores model, String serving) {
      Map<String, Interval> eras = new LinkedHashMap<>();
      model
          .byEra()
          .forEach((era, values) -> eras.put(era, comparison.bootstrap().mean(values.values())));
      return new Row(
          model.model(),
          figures(comparison, model),
          gain(comparison, model.model(), serving),
          Optional.ofNullable(comparison.triplets().get(model.model())),
          eras);
    }

    private static Map<Kind, Map<Figure, Interval>> figures(
        Comparison comparison, ModelScores model) {
      Map<Kind, Map<Figure, Interval>> figures = new EnumMap<>(Kind.class);
      for (Kind kind : Kind.values()) {
        Map<Figure, Interval> told = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
          if (!model.of(kind, figure).isEmpty()) {
            told.put(figure, comparison.figure(model.model(), kind, figure));
          }
        }
        figures.put(kind, told);
      }
      return figures;
    }

    private static Optional<Interval> gain(Comparison comparison, String model, String serving) {
      boolean pair = !model.equals(serving) && comparison.find(serving).isPresent();
      return pair && !comparison.of(model).of(Kind.DAY, Figure.NDCG_AT_10).isEmpty()
          ? Optional.of(comparison.gain(model, serving, Kind.DAY, Figure.NDCG_AT_10))
          : Optional.empty();
    }

    /// A figure, if it could be told.
    public Optional<Interval> of(Kind kind, Figure figure) {
      return Optional.ofNullable(figures.getOrDefault(kind, Map.of()).get(figure));
    }
  }

  /// How far a training had come and what was still wrong.
  ///
  /// @param epoch passes over the triplets so far
  /// @param loss on what is learned from
  /// @param validation loss on what steers the training, where it was measured
  public record LossPoint(double epoch, double loss, Optional<Double> validation) {}

  /// The report of a decided version.
  ///
  /// @param comparisons the one that decided first
  public static Report of(
      String model,
      String version,
      String serving,
      Instant measuredAt,
      Decision decision,
      List<Comparison> comparisons,
      List<LossPoint> losses,
      Optional<Drift> drift,
      LatentMap map) {
    List<Table> tables = new ArrayList<>();
    comparisons.forEach(comparison -> tables.add(Table.of(comparison, serving)));
    return new Report(
        model,
        version,
        serving,
        measuredAt,
        decision instanceof Decision.Promoted,
        decision.reason(),
        tables,
        losses,
        drift,
        map);
  }

  /// Writes both files into the version's folder.
  public void write(Path folder) throws IOException {
    Files.write(
        folder.resolve(JSON_FILE), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
    Files.writeString(folder.resolve(HTML_FILE), ReportPage.html(this), StandardCharsets.UTF_8);
  }

  /// Reads `report.json` from a version's folder.
  public static Report read(Path folder) throws IOException {
    return JSON.readValue(Files.readAllBytes(folder.resolve(JSON_FILE)), Report.class);
  }
}
