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
        "I can't transcribe the text in this image.",
        "Es tut mir leid, aber ich kann diese Seite nicht abschreiben.",
        "Désolé, je ne peux pas transcrire ce document.",
        "Lo siento, no puedo ayudar con eso.",
        "Desculpe, mas não posso transcrever esta página.",
        "Mi dispiace, ma non posso trascrivere questa pagina.",
        "Het spijt me, maar ik kan deze pagina niet overschrijven.",
        "As an AI language model, I can't."
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
  @ValueSource(
      strings = {
        "",
        "5 March",
        "I'm sorry, Marta.",
        "She said: I cannot transcribe it.",
        "As an airline does."
      })
  void aShortPageIsAPage(String page) {
    assertFalse(Refusals.isOne(page));
  }
}
