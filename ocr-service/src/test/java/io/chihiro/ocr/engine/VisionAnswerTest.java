package io.chihiro.ocr.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisionAnswerTest {
  @Test
  void aPageIsRead() {
    var reading = reading(choice("stop", "\"content\":\"5 March\\nRain.\""));
    assertEquals(new Reading.Text("5 March\nRain.", VisionAnswer.UNSTATED), reading);
  }

  @Test
  void aRefusalInWordsIsARefusal() {
    var body = choice("stop", "\"content\":\"I’m sorry, I can’t transcribe this.\"");
    assertInstanceOf(Reading.Refused.class, reading(body));
  }

  @Test
  void aRefusalInItsOwnFieldIsARefusal() {
    var body = choice("stop", "\"content\":null,\"refusal\":\"I won't.\"");
    assertInstanceOf(Reading.Refused.class, reading(body));
  }

  @Test
  void aFilteredAnswerIsARefusal() {
    var body = choice("content_filter", "\"content\":\"secret\"");
    assertInstanceOf(Reading.Refused.class, reading(body));
  }

  @Test
  void aCutAnswerIsAFailureThatDoesNotQuoteIt() {
    var reading = reading(choice("length", "\"content\":\"secret\""));
    var why = assertInstanceOf(Reading.Failed.class, reading).why();
    assertEquals(
        "The vision server answered with status 200,"
            + " but its answer was cut off at its length limit.",
        why);
  }

  @Test
  void theDatesBelowThePageAreTakenFromIt() {
    var body = choice("stop", "\"content\":\"5 March\\nRain.\\n\\nDates: 2024-03-05, 2024-02-31\"");
    assertEquals(
        new Reading.Text(
            "5 March\nRain.", VisionAnswer.UNSTATED, List.of(LocalDate.of(2024, 3, 5))),
        reading(body));
  }

  @Test
  void aPageThatEndsWithAWordAboutDatesKeepsIt() {
    var body = choice("stop", "\"content\":\"Bought\\ndates: two pounds\"");
    assertEquals(
        new Reading.Text("Bought\ndates: two pounds", VisionAnswer.UNSTATED), reading(body));
  }

  @Test
  void theServersOwnCountOfTokensIsTaken() {
    var body =
        "{\"choices\":[{\"message\":{\"content\":\"Rain.\"}}],"
            + "\"usage\":{\"prompt_tokens\":1105,\"completion_tokens\":42}}";
    assertEquals(
        new Usage(1105, 42), assertInstanceOf(Answer.Given.class, VisionAnswer.of(body)).usage());
  }

  @Test
  void anAnswerThatGoesRoundInCirclesIsAFailure() {
    var body = choice("stop", "\"content\":\"Rain. " + "I went to the sea and ".repeat(20) + "\"");
    assertInstanceOf(Reading.Failed.class, reading(body));
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
    var why = assertInstanceOf(Reading.Failed.class, reading(body)).why();
    assertFalse(why.contains("secret"), why);
  }

  private static Reading reading(String body) {
    return VisionAnswer.of(body).reading();
  }

  private static String choice(String finish, String message) {
    return "{\"choices\":[{\"finish_reason\":\"%s\",\"message\":{%s}}]}".formatted(finish, message);
  }
}
