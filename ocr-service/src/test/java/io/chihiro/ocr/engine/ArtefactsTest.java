package io.chihiro.ocr.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArtefactsTest {
  private static final String PAGE = "5 March\nRain again.\n\nMarta called.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sure, here is your transcribed document:\n\n%s",
        "Sure! Here's the transcription of the handwritten page:\n%s",
        "Certainly!\n%s",
        "Here is the text from the image:\r\n%s",
        "```\n%s\n```",
        "```text\n%s\n```",
        "Sure, here is the text:\n```\n%s\n```\nLet me know if you need anything else!",
        "<think>\nThe user wants a page.\n</think>\n\n%s",
        "%s\n\nI hope this helps!"
      })
  void whatTheModelSaysAroundThePageIsTakenAway(String answer) {
    assertEquals(PAGE, Artefacts.without(answer.replace("%s", PAGE)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Here is where we stood last year: the pier.\nIt rained.",
        "Sure, I was afraid.\nBut I went.",
        "This is the day it all began.\nAnd then some."
      })
  void aDiarysOwnWordsStay(String page) {
    assertEquals(page, Artefacts.without(page));
  }

  @Test
  void aPageOfOneLineStays() {
    assertEquals("Here is the text:", Artefacts.without("Here is the text:"));
  }
}
