package io.chihiro.ocr.engine;

/// A line of text on a page: a rectangle that may be tilted.
///
/// @param centreX in pixels of the page
/// @param centreY in pixels of the page, downwards
/// @param width along the text, in pixels
/// @param height across the text, in pixels
/// @param angle of the text against the horizontal in radians, positive when it falls to the
///     right; between -π/4 and π/4
record TextBox(double centreX, double centreY, double width, double height, double angle) {

  /// The rectangle with these sides, named so that the text runs along its width.
  static TextBox of(double centreX, double centreY, double along, double across, double angle) {
    var quarters = Math.rint(angle / (Math.PI / 2));
    var rest = angle - quarters * (Math.PI / 2);
    var swapped = Math.floorMod((long) quarters, 2L) == 1;
    return swapped
        ? new TextBox(centreX, centreY, across, along, rest)
        : new TextBox(centreX, centreY, along, across, rest);
  }

  /// The detector marks the core of a line; this is the line with its ascenders and descenders.
  /// All sides move out by area times ratio over circumference (Liao et al. 2020, DB §3.5).
  TextBox unclipped(double ratio) {
    var distance = width * height * ratio / (2 * (width + height));
    return new TextBox(centreX, centreY, width + 2 * distance, height + 2 * distance, angle);
  }

  /// The same box on a page that is so many times as large.
  TextBox scaled(double factor) {
    return new TextBox(centreX * factor, centreY * factor, width * factor, height * factor, angle);
  }

  double shortSide() {
    return Math.min(width, height);
  }

  boolean contains(double x, double y) {
    var right = x - centreX;
    var down = y - centreY;
    var along = right * Math.cos(angle) + down * Math.sin(angle);
    var across = down * Math.cos(angle) - right * Math.sin(angle);
    return Math.abs(along) <= width / 2 && Math.abs(across) <= height / 2;
  }

  /// Half of what the box measures from left to right on the page, tilt included.
  double halfSpanX() {
    return (width * Math.cos(angle) + height * Math.abs(Math.sin(angle))) / 2;
  }

  /// Half of what the box measures from top to bottom on the page, tilt included.
  double halfSpanY() {
    return (height * Math.cos(angle) + width * Math.abs(Math.sin(angle))) / 2;
  }
}
