package io.chihiro.models.evaluation;

import io.chihiro.models.evaluation.Report.LossPoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// What the pages of all reports share. They need nothing else: no script, no font, no picture from
/// elsewhere.
public final class ReportParts {
  private static final String STYLE = style();

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private ReportParts() {}

  /// The beginning of a page, down to what was decided.
  ///
  /// @param when e.g. from [#measured]
  /// @param promoted whether the version may answer
  /// @param reason why or why not
  public static String head(
      String model, String version, String when, boolean promoted, String reason) {
    return """
    <!doctype html>
    <html lang='en'><head><meta charset='utf-8'>
    <meta name='viewport' content='width=device-width'>
    <meta http-equiv='Content-Security-Policy' content="default-src 'none'; style-src 'unsafe-inline'">
    <title>%1$s %2$s</title>
    <style>
    %3$s</style></head><body><main>
    <header><h1>%1$s <small>%2$s</small></h1><p class='when'>%4$s</p></header>
    <p class='verdict %5$s'>%6$s</p>
    """
        .formatted(
            text(model),
            text(version),
            STYLE,
            text(when),
            promoted ? "promoted" : "kept",
            text(reason));
  }

  /// When something was measured, for [#head].
  public static String measured(Instant at) {
    return "measured " + TIME.format(at);
  }

  /// The end of a page.
  ///
  /// @param html what its numbers mean
  public static String foot(String html) {
    return "<footer><p>%s</p></footer></main></body></html>\n".formatted(html);
  }

  /// Text as a page shows it.
  public static String text(String raw) {
    return Svg.escaped(raw);
  }

  /// The picture of a training's losses; nothing if there are none.
  ///
  /// @param caption HTML
  static String losses(List<LossPoint> losses, String caption) {
    return losses.isEmpty()
        ? ""
        : "<h2>Training</h2>\n<figure><figcaption>%s</figcaption>\n%s</figure>\n"
            .formatted(caption, Charts.losses(losses));
  }

  /// A figure with its interval; a dash if it could not be measured.
  static String cell(Interval told) {
    return Double.isFinite(told.value())
        ? "<b>%s</b> <i>%s to %s</i>"
            .formatted(three(told.value()), three(told.low()), three(told.high()))
        : "–";
  }

  static String three(double value) {
    return String.format(Locale.ROOT, "%.3f", value).replace('-', '−');
  }

  private static String style() {
    try (InputStream file =
        Objects.requireNonNull(
            ReportParts.class.getResourceAsStream("report.css"), "report.css is missing")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("report.css cannot be read", e);
    }
  }
}
