package io.chihiro.ocr.engine;

/// How wrong a reading is: the edits that make it the truth, over the truth's length (Levenshtein).
final class CharacterErrors {
  private CharacterErrors() {}

  static double rate(String truth, String reading) {
    var row = new int[reading.length() + 1];
    for (int column = 0; column < row.length; column++) {
      row[column] = column;
    }
    for (int at = 0; at < truth.length(); at++) {
      next(row, truth.charAt(at), reading);
    }
    return (double) row[reading.length()] / truth.length();
  }

  private static void next(int[] row, char wanted, String reading) {
    var diagonal = row[0];
    row[0]++;
    for (int column = 1; column < row.length; column++) {
      var replaced = diagonal + (reading.charAt(column - 1) == wanted ? 0 : 1);
      diagonal = row[column];
      row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
    }
  }
}
