package io.chihiro.ocr.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Puts boxes into the order a person reads them: lines from top to bottom, in a line from left to
/// right. The page may be tilted a little: its tilt is the median of its boxes', by width.
final class ReadingOrder {
  private final double cos;
  private final double sin;

  private ReadingOrder(double tilt) {
    this.cos = Math.cos(tilt);
    this.sin = Math.sin(tilt);
  }

  /// The lines of the page, each with its boxes.
  static List<List<TextBox>> of(List<TextBox> boxes) {
    return new ReadingOrder(tilt(boxes)).lines(boxes);
  }

  private static double tilt(List<TextBox> boxes) {
    var byAngle = boxes.stream().sorted(Comparator.comparingDouble(TextBox::angle)).toList();
    var rest = boxes.stream().mapToDouble(TextBox::width).sum() / 2;
    for (var box : byAngle) {
      rest -= box.width();
      if (rest <= 0) {
        return box.angle();
      }
    }
    return 0;
  }

  private List<List<TextBox>> lines(List<TextBox> boxes) {
    var lines = new ArrayList<List<TextBox>>();
    for (var box : boxes.stream().sorted(Comparator.comparingDouble(this::down)).toList()) {
      if (lines.isEmpty() || !sameLine(lines.getLast(), box)) {
        lines.add(new ArrayList<>());
      }
      lines.getLast().add(box);
    }
    lines.forEach(line -> line.sort(Comparator.comparingDouble(this::right)));
    return lines;
  }

  /// Whether the box stands beside the line so far: the lower of the two by more than half.
  private boolean sameLine(List<TextBox> line, TextBox box) {
    var middle = line.stream().mapToDouble(this::down).average().orElseThrow();
    var height = line.stream().mapToDouble(TextBox::height).average().orElseThrow();
    var beside =
        Math.min(middle + height / 2, down(box) + box.height() / 2)
            - Math.max(middle - height / 2, down(box) - box.height() / 2);
    return beside > Math.min(height, box.height()) / 2;
  }

  private double down(TextBox box) {
    return box.centreY() * cos - box.centreX() * sin;
  }

  private double right(TextBox box) {
    return box.centreX() * cos + box.centreY() * sin;
  }
}
