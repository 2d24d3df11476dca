package io.chihiro.ocr;

import java.util.regex.Pattern;

/// How many letters must be added, dropped or changed (Levenshtein). Pure.
final class EditDistance {
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private EditDistance() {}

  /// Of two texts in which any white space is one space: a line break read elsewhere is no error.
  static int of(String left, String right) {
    return plain(
        SPACE.matcher(left.strip()).replaceAll(" "), SPACE.matcher(right.strip()).replaceAll(" "));
  }

  private static int plain(String left, String right) {
    int[] above = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int[] row = new int[right.length() + 1];
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int changed = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(above[j - 1] + changed, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[right.length()];
  }
}
