package io.chihiro.ocr.engine;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "I'm sorry, I can't transcribe this page.",
        "I’m sorry, I can’t assist with that.",
        "I cannot transcribe personal documents.",
        "  i'm unable to transcribe it.",
        "I can't transcribe the text in this image."
      })
  void aShortApologyIsARefusal(String answer) {
    assertTrue(Refusals.isOne(answer));
  }

  @Test
  void aPageThatBeginsWithAnApologyIsAPage() {
    var page = "I'm sorry, I can't assist at the wedding, I told her," + " and then".repeat(10);
    assertFalse(Refusals.isOne(page));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5 March", "I'm sorry, Marta.", "She said: I cannot transcribe it."})
  void aShortPageIsAPage(String page) {
    assertFalse(Refusals.isOne(page));
  }
}
