package io.chihiro.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.door.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoodTest {
  private static final int LONGEST = 2000;

  @ParameterizedTest
  @ValueSource(strings = {"tired", "müde und froh", "切ない", "грустно", "so happy 🌊"})
  void wordsInAnyScriptAreAMood(String typed) {
    assertEquals(typed, Mood.of(typed, LONGEST).text());
  }

  @Test
  void surroundingSpaceIsNoPartOfIt() {
    assertEquals("tired", Mood.of(" \n tired\t", LONGEST).text());
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "   ", "\n\t"})
  void nothingIsNoMood(String typed) {
    assertTrue(refusal(typed).startsWith("The mood is empty: "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"🌊🌊🌊", ":-(", "...", "42"})
  void signsAndPicturesAreNoWords(String typed) {
    assertTrue(refusal(typed).startsWith("The mood has no words in it: "));
  }

  @Test
  void aHundredKilobytesAreTooLongAndNotQuoted() {
    String sentence = refusal("wept ".repeat(20_000));

    assertEquals("The mood has 100000 characters; say it in at most 2000.", sentence);
    assertFalse(sentence.contains("wept"));
  }

  @Test
  void theLongestMoodIsStillOne() {
    assertEquals(LONGEST, Mood.of("a".repeat(LONGEST), LONGEST).text().length());
  }

  private static String refusal(String typed) {
    var refused = assertThrows(RefusedException.class, () -> Mood.of(typed, LONGEST));
    assertEquals(400, refused.status());
    return refused.detail();
  }
}
