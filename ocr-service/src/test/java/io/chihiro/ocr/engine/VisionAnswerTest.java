package io.chihiro.ocr.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisionAnswerTest {
  @Test
  void aPageIsRead() {
    var reading = VisionAnswer.of(200, choice("stop", "\"content\":\"5 March\\nRain.\""));
    assertEquals(new Reading.Text("5 March\nRain.", VisionAnswer.UNSTATED), reading);
  }

  @Test
  void aRefusalInWordsIsARefusal() {
    var body = choice("stop", "\"content\":\"I’m sorry, I can’t transcribe this.\"");
    assertInstanceOf(Reading.Refused.class, VisionAnswer.of(200, body));
  }

  @Test
  void aRefusalInItsOwnFieldIsARefusal() {
    var body = choice("stop", "\"content\":null,\"refusal\":\"I won't.\"");
    assertInstanceOf(Reading.Refused.class, VisionAnswer.of(200, body));
  }

  @Test
  void aFilteredAnswerIsARefusal() {
    var body = choice("content_filter", "\"content\":\"secret\"");
    assertInstanceOf(Reading.Refused.class, VisionAnswer.of(200, body));
  }

  @Test
  void aCutAnswerIsAFailureThatDoesNotQuoteIt() {
    var reading = VisionAnswer.of(200, choice("length", "\"content\":\"secret\""));
    var why = assertInstanceOf(Reading.Failed.class, reading).why();
    assertEquals(
        "The vision server answered with status 200,"
            + " but its answer was cut off at its length limit.",
        why);
  }

  @Test
  void anErrorIsAFailureThatNamesTheStatusAndNothingElse() {
    var reading = VisionAnswer.of(500, "secret");
    assertEquals(new Reading.Failed("The vision server answered with status 500."), reading);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "secret",
        "[]",
        "null",
        "{\"choices\":[]}",
        "{\"choices\":\"secret\"}",
        "{\"choices\":[{\"message\":{\"content\":[\"secret\"]}}]}",
        "{\"choices\":[{\"message\":{\"content\":\"  \"}}]}",
        "{\"choices\":[{\"message\":{\"content\":\"secret\""
      })
  void anAnswerThatIsNotUnderstoodIsAFailureThatDoesNotQuoteIt(String body) {
    var why = assertInstanceOf(Reading.Failed.class, VisionAnswer.of(200, body)).why();
    assertFalse(why.contains("secret"), why);
  }

  private static String choice(String finish, String message) {
    return "{\"choices\":[{\"finish_reason\":\"%s\",\"message\":{%s}}]}".formatted(finish, message);
  }
}
