package io.chihiro.models.evaluation;

import io.chihiro.models.evaluation.LatentMap.Place;
import io.chihiro.models.evaluation.Query.Kind;
import io.chihiro.models.evaluation.Report.LossPoint;
import io.chihiro.models.evaluation.Report.Row;
import io.chihiro.models.evaluation.Report.Table;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The pictures of a report.
final class Charts {
  private static final int WIDE = 460;

  private Charts() {}

  /// Every model's mean figure and its interval, one line a model.
  static String intervals(Table table, Kind kind, Figure figure, String model) {
    List<Row> rows = table.rows().stream().filter(row -> row.of(kind, figure).isPresent()).toList();
    int bottom = 14 + 26 * rows.size();
    Svg svg = new Svg(WIDE, bottom + 22, figure.words() + ", " + kind.words());
    for (int tick = 0; tick <= 4; tick++) {
      double x = onScale(tick / 4.0);
      svg.line(x, 8, x, bottom, "grid").text(x, bottom + 16, decimal(tick / 4.0), "tick middle");
    }
    for (int i = 0; i < rows.size(); i++) {
      Interval interval = rows.get(i).of(kind, figure).orElseThrow();
      String style = rows.get(i).model().equals(model) ? "ours" : "theirs";
      double y = 22 + 26.0 * i;
      svg.text(110, y + 4, rows.get(i).model(), "label end " + style)
          .line(onScale(interval.low()), y, onScale(interval.high()), y, "whisker " + style)
          .circle(onScale(interval.value()), y, 5, "dot " + style)
          .text(WIDE - 4.0, y + 4, decimal(interval.value()), "value end");
    }
    return svg.element();
  }

  private static double onScale(double value) {
    return 122 + Math.clamp(value, 0, 1) * (WIDE - 122 - 54);
  }

  /// How similar anchors are to positives and to negatives.
  static String histogram(TripletFigures triplets) {
    Svg svg = new Svg(WIDE, 200, "cosines of positive and negative pairs");
    int most =
        Stream.of(triplets.positives(), triplets.negatives())
            .flatMap(histogram -> histogram.counts().stream())
            .reduce(1, Math::max);
    bars(svg, triplets.negatives(), most, "negative");
    bars(svg, triplets.positives(), most, "positive");
    Histogram scale = triplets.positives();
    double threshold = triplets.confusion().threshold();
    double x = 20 + (threshold - scale.low()) / (scale.high() - scale.low()) * (WIDE - 40);
    svg.line(x, 10, x, 170, "threshold")
        .text(x + 4, 20, "threshold " + decimal(threshold), "tick")
        .line(20, 170, WIDE - 20.0, 170, "axis")
        .text(20, 188, decimal(scale.low()), "tick")
        .text(WIDE - 20.0, 188, decimal(scale.high()), "tick end")
        .text(WIDE / 2.0, 188, "cosine", "tick middle");
    return svg.element();
  }

  private static void bars(Svg svg, Histogram histogram, int most, String style) {
    double wide = (WIDE - 40.0) / histogram.counts().size();
    for (int i = 0; i < histogram.counts().size(); i++) {
      double high = 150.0 * histogram.counts().get(i) / most;
      svg.rectangle(20 + wide * i + 0.5, 170 - high, wide - 1, high, style);
    }
  }

  /// Pairs called alike or not, and what they are.
  static String confusion(Confusion confusion) {
    Svg svg = new Svg(WIDE, 200, "confusion matrix");
    double most =
        Stream.of(
                confusion.truePositives(),
                confusion.falsePositives(),
                confusion.falseNegatives(),
                confusion.trueNegatives())
            .mapToLong(x -> x)
            .max()
            .orElse(1);
    svg.text(205, 18, "called alike", "tick middle")
        .text(355, 18, "called different", "tick middle");
    svg.text(122, 68, "alike", "tick end").text(122, 148, "different", "tick end");
    cell(svg, 130, 26, confusion.truePositives(), most, "right");
    cell(svg, 280, 26, confusion.falseNegatives(), most, "wrong");
    cell(svg, 130, 106, confusion.falsePositives(), most, "wrong");
    cell(svg, 280, 106, confusion.trueNegatives(), most, "right");
    return svg.element();
  }

  private static void cell(Svg svg, double x, double y, long count, double most, String style) {
    long shade = Math.round(4 * count / Math.max(most, 1));
    svg.rectangle(x, y, 146, 76, "cell " + style + shade)
        .text(x + 73, y + 46, String.valueOf(count), "count middle");
  }

  /// nDCG@10 era by era, the version beside the one that serves.
  static String eras(Row ours, Optional<Row> serving) {
    List<String> eras = List.copyOf(ours.eras().keySet());
    int rowHigh = 34;
    Svg svg = new Svg(2 * WIDE, 20 + rowHigh * eras.size(), "nDCG@10 by era");
    for (int i = 0; i < eras.size(); i++) {
      String era = eras.get(i);
      double y = 10.0 + rowHigh * i;
      svg.text(190, y + 18, era, "label end");
      bar(svg, y + 2, Optional.ofNullable(ours.eras().get(era)), "ours");
      bar(svg, y + 15, serving.map(row -> row.eras().get(era)), "theirs");
    }
    return svg.element();
  }

  private static void bar(Svg svg, double y, Optional<Interval> interval, String style) {
    double scale = 2 * WIDE - 200 - 60;
    interval.ifPresent(
        told ->
            svg.rectangle(200, y, told.value() * scale, 11, "bar " + style)
                .line(200 + told.low() * scale, y + 5.5, 200 + told.high() * scale, y + 5.5, "thin")
                .text(206 + told.high() * scale, y + 10, decimal(told.value()), "tick"));
  }

  /// What was still wrong as the training went on.
  static String losses(List<LossPoint> losses) {
    Svg svg = new Svg(2 * WIDE, 240, "loss by epoch");
    double epochs = losses.stream().mapToDouble(LossPoint::epoch).max().orElse(1);
    double most =
        losses.stream()
            .flatMap(point -> Stream.concat(Stream.of(point.loss()), point.validation().stream()))
            .reduce(1e-9, Math::max);
    for (int tick = 0; tick <= 4; tick++) {
      double y = 200 - 45.0 * tick;
      svg.line(60, y, 2 * WIDE - 20.0, y, "grid")
          .text(52, y + 4, decimal(most * tick / 4), "tick end");
    }
    StringBuilder learned = new StringBuilder();
    StringBuilder validated = new StringBuilder();
    for (LossPoint point : losses) {
      double x = 60 + point.epoch() / epochs * (2 * WIDE - 80);
      add(learned, x, 200 - 180 * point.loss() / most);
      point.validation().ifPresent(loss -> add(validated, x, 200 - 180 * loss / most));
    }
    svg.path(learned, "curve ours").path(validated, "curve theirs");
    for (int epoch = 0; epoch <= (int) epochs; epoch++) {
      double x = 60 + epoch / epochs * (2 * WIDE - 80);
      svg.text(x, 220, String.valueOf(epoch), "tick middle");
    }
    return svg.text(WIDE, 236, "epoch", "tick middle").element();
  }

  private static void add(StringBuilder points, double x, double y) {
    points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
  }

  /// The days on a plane, the most played songs coloured.
  static String map(LatentMap map) {
    Svg svg = new Svg(2 * WIDE, 520, "days on a plane");
    Range across = Range.of(map.days().stream().map(Place::x).toList());
    Range down = Range.of(map.days().stream().map(Place::y).toList());
    for (boolean coloured : new boolean[] {false, true}) {
      for (Place place : map.days()) {
        if (place.song() >= 0 == coloured) {
          String style = coloured ? "day song" + place.song() : "day plain";
          svg.circle(
              16 + across.share(place.x()) * (2 * WIDE - 32),
              16 + down.share(place.y()) * 488,
              coloured ? 6 : 4,
              style);
        }
      }
    }
    return svg.element();
  }

  /// From the least to the most of some numbers.
  private record Range(double least, double most) {
    static Range of(Collection<Double> values) {
      return new Range(
          values.stream().reduce(Double.POSITIVE_INFINITY, Math::min),
          values.stream().reduce(Double.NEGATIVE_INFINITY, Math::max));
    }

    double share(double value) {
      return most > least ? (value - least) / (most - least) : 0.5;
    }
  }

  static String decimal(double value) {
    return String.format(Locale.ROOT, "%.2f", value).replace('-', '−');
  }
}
