package io.chihiro.ocr.engine;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopsTest {
  @ParameterizedTest
  @ValueSource(strings = {"the ", "and then we went home, ", "a", "1. Rain\n2. Sun\n3. Wind\n"})
  void anAnswerThatEndsInTheSameWordsAgainAndAgainIsALoop(String round) {
    assertTrue(Loops.isOne("5 March\nIt rained.\n" + round.repeat(200 / round.length() + 10)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Rain.",
        "I miss her. I miss her. I miss her. I miss her. I miss her.",
        "Ha ha ha ha ha ha ha ha ha ha",
        "Monday: rain. Tuesday: rain. Wednesday: rain. Thursday: rain. Friday: rain. Saturday: sun."
      })
  void aPageThatRepeatsItselfALittleIsAPage(String page) {
    assertFalse(Loops.isOne(page));
  }

  @Test
  void aDottedLineIsNoLoop() {
    assertFalse(Loops.isOne("Name " + ". ".repeat(200)));
  }
}
