package io.chihiro.ocr.engine;

/// Tells an answer in which a model went round in circles: it ends in the same words, at least
/// {@value #TIMES} times and {@value #CHARACTERS} characters long. A page that says one word a few
/// times over is a page, and so is a dotted line.
final class Loops {
  private static final int TIMES = 5;
  private static final int CHARACTERS = 160;
  private static final int LONGEST_ROUND_CHARACTERS = 400;

  private Loops() {}

  static boolean isOne(String answer) {
    var plain = answer.strip().replaceAll("\\s+", " ");
    for (int round = 1; round <= Math.min(LONGEST_ROUND_CHARACTERS, plain.length() / 2); round++) {
      if (saysSomething(plain, round)
          && rounds(plain, round) >= Math.max(round * TIMES, CHARACTERS)) {
        return true;
      }
    }
    return false;
  }

  /// How many characters at the end repeat what stands one round before them.
  private static int rounds(String plain, int round) {
    var at = plain.length() - 1;
    while (at >= round && plain.charAt(at) == plain.charAt(at - round)) {
      at--;
    }
    return plain.length() - 1 - at + round;
  }

  private static boolean saysSomething(String plain, int round) {
    return plain.substring(plain.length() - round).chars().anyMatch(Character::isLetterOrDigit);
  }
}
