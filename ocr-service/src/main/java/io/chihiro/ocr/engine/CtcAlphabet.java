package io.chihiro.ocr.engine;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/// The characters a recogniser knows, and how its answer becomes text.
///
/// Connectionist temporal classification (Graves et al. 2006), read greedily: at each step the
/// likeliest class, repetitions count once, class 0 is the blank that separates.
final class CtcAlphabet {
  /// @param characters one a line, from class 1 on; after them comes the space
  static CtcAlphabet of(String characters) {
    var classes = new ArrayList<String>();
    classes.add("");
    classes.addAll(characters.lines().toList());
    classes.add(" ");
    return new CtcAlphabet(List.copyOf(classes));
  }

  private final List<String> classes;

  private CtcAlphabet(List<String> classes) {
    this.classes = classes;
  }

  int size() {
    return classes.size();
  }

  /// @param likelihoods step by step, for each class 0 to 1
  LineText read(FloatBuffer likelihoods, int steps) {
    var text = new StringBuilder();
    var sum = 0.0;
    var count = 0;
    var before = 0;
    for (int step = 0; step < steps; step++) {
      var best = best(likelihoods, step * size());
      if (best != 0 && best != before) {
        text.append(classes.get(best));
        sum += likelihoods.get(step * size() + best);
        count++;
      }
      before = best;
    }
    return new LineText(text.toString().strip(), count == 0 ? 0 : Math.min(1, sum / count));
  }

  private int best(FloatBuffer likelihoods, int from) {
    var best = 0;
    for (int at = 1; at < size(); at++) {
      if (likelihoods.get(from + at) > likelihoods.get(from + best)) {
        best = at;
      }
    }
    return best;
  }
}
