package io.chihiro.ocr.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;

class CtcAlphabetTest {
  private static final CtcAlphabet ALPHABET = CtcAlphabet.of("a\nb\n𠮷");
  private static final int BLANK = 0;
  private static final int A = 1;
  private static final int B = 2;
  private static final int RARE = 3;
  private static final int SPACE = 4;

  @Test
  void repetitionsCountOnceUnlessABlankStandsBetween() {
    assertEquals("abba", read(A, A, BLANK, B, B, BLANK, B, A).text());
  }

  @Test
  void theSpaceComesAfterTheLastCharacter() {
    assertEquals("a b", read(A, SPACE, B).text());
  }

  @Test
  void spacesAroundTheLineAreNoText() {
    assertEquals("a", read(SPACE, A, SPACE).text());
  }

  @Test
  void aRareCharacterIsOneClass() {
    assertEquals("𠮷a", read(RARE, A).text());
  }

  @Test
  void blanksAloneAreNothingReadWithNoConfidence() {
    assertEquals(new LineText("", 0), read(BLANK, BLANK));
  }

  @Test
  void confidenceIsTheMeanOfTheCharactersThatCount() {
    var steps = FloatBuffer.allocate(3 * ALPHABET.size());
    steps.put(A, 0.5f).put(ALPHABET.size(), 1).put(2 * ALPHABET.size() + B, 0.75f);
    assertEquals(new LineText("ab", 0.625), ALPHABET.read(steps, 3));
  }

  private static LineText read(int... classes) {
    var steps = FloatBuffer.allocate(classes.length * ALPHABET.size());
    for (int step = 0; step < classes.length; step++) {
      steps.put(step * ALPHABET.size() + classes[step], 1);
    }
    return ALPHABET.read(steps, classes.length);
  }
}
