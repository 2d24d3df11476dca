package io.chihiro.ocr;

import java.util.regex.Pattern;

/// Whether a sentence goes on from one page to the next. Pure.
final class SentenceEdges {
  private static final Pattern ENDS = Pattern.compile("(?s).*[.!?…\"”“»)]\\s*");

  private SentenceEdges() {}

  /// Whether the later text begins in the middle of a sentence of the earlier one.
  static boolean runsOn(String earlier, String later) {
    return !later.isBlank()
        && (Character.isLowerCase(later.strip().codePointAt(0))
            || !ENDS.matcher(earlier).matches());
  }
}
