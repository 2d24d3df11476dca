package io.chihiro.models.evaluation;

import java.util.Locale;

/// A drawing. Everything that comes from outside is escaped; colours are classes of the page.
final class Svg {
  private final StringBuilder elements = new StringBuilder();
  private final int width;
  private final int height;
  private final String label;

  /// An empty drawing.
  ///
  /// @param label what it shows, for those who cannot see it
  Svg(int width, int height, String label) {
    this.width = width;
    this.height = height;
    this.label = label;
  }

  /// Makes text harmless in HTML and in quoted attributes.
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  Svg line(double x1, double y1, double x2, double y2, String style) {
    return add(
        String.format(
            Locale.ROOT,
            "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' class='%s'/>",
            x1,
            y1,
            x2,
            y2,
            style));
  }

  Svg rectangle(double x, double y, double wide, double high, String style) {
    return add(
        String.format(
            Locale.ROOT,
            "<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' class='%s'/>",
            x,
            y,
            Math.max(wide, 0),
            Math.max(high, 0),
            style));
  }

  Svg circle(double x, double y, double radius, String style) {
    return add(
        String.format(
            Locale.ROOT, "<circle cx='%.1f' cy='%.1f' r='%.1f' class='%s'/>", x, y, radius, style));
  }

  Svg path(CharSequence points, String style) {
    return add(String.format(Locale.ROOT, "<polyline points='%s' class='%s'/>", points, style));
  }

  /// Writes something; `style` may hold `end` or `middle` for where the text is held.
  Svg text(double x, double y, String text, String style) {
    return add(
        String.format(
            Locale.ROOT,
            "<text x='%.1f' y='%.1f' class='%s'>%s</text>",
            x,
            y,
            style,
            escaped(text)));
  }

  private Svg add(String element) {
    elements.append(element).append('\n');
    return this;
  }

  /// The drawing as an element of a page.
  String element() {
    return String.format(
        Locale.ROOT,
        "<svg viewBox='0 0 %d %d' role='img' aria-label='%s'>%n%s</svg>",
        width,
        height,
        escaped(label),
        elements);
  }
}
