package io.chihiro.ocr.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chihiro.events.Vocabulary;
import io.chihiro.ocr.photo.Picture;
import io.chihiro.ocr.photo.TestPage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiVisionIT implements OcrEngineContract {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final HttpClient CLIENT = RemoteServer.newClient();
  private static final Duration SHORT = Duration.ofMillis(300);

  private RecordedVisionServer willing;
  private OpenAiVision engine;

  @BeforeEach
  void open() throws Exception {
    willing = RecordedVisionServer.answering(200, RecordedVisionServer.saying("Sure!\\nRain."));
    engine = engine(willing.address(), LONG);
  }

  @AfterEach
  void close() {
    willing.close();
  }

  @Override
  public OcrEngine engine() {
    return engine;
  }

  @Test
  void aPageIsReadAndWhatTheModelSaysAroundItIsTakenAway() throws Exception {
    assertEquals(new Reading.Text("Rain.", VisionAnswer.UNSTATED), engine.read(page()));
  }

  @Test
  void thePageIsSentAsAnUprightJpegOfAtMostTwoThousandPixels() throws Exception {
    engine.read(page());
    var question = willing.questions().getFirst();
    assertEquals("/v1/chat/completions", question.path());
    assertEquals("Bearer hush", question.authorization());
    var asked = new ObjectMapper().readTree(question.body());
    assertEquals("some-model", asked.path("model").asText());
    var content = asked.path("messages").path(0).path("content");
    var prompt = content.path(0).path("text").asText();
    assertTrue(prompt.contains("word by word"), prompt);
    assertTrue(prompt.contains("Lurdes, Rua das Flores"), prompt);
    assertFalse(prompt.contains("version"), prompt);
    var url = content.path(1).path("image_url").path("url").asText();
    var start = "data:image/jpeg;base64,";
    assertTrue(url.startsWith(start));
    var jpeg = Base64.getDecoder().decode(url.substring(start.length()));
    var sent = ImageIO.read(new ByteArrayInputStream(jpeg));
    assertEquals(2000, sent.getHeight());
    assertEquals(1500, sent.getWidth());
  }

  @Test
  void aRefusalIsAValue() throws Exception {
    var body = RecordedVisionServer.saying("I'm sorry, I can't assist with that.");
    assertInstanceOf(Reading.Refused.class, answered(200, body));
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 401, 429, 500, 503})
  void anErrorIsAFailureThatNamesTheStatus(int status) throws Exception {
    assertEquals(
        new Reading.Failed("The vision server answered with status " + status + "."),
        answered(status, "secret"));
  }

  @Test
  void wrongJsonIsAFailure() throws Exception {
    var why = assertInstanceOf(Reading.Failed.class, answered(200, "<html>secret")).why();
    assertFalse(why.contains("secret"));
  }

  @Test
  void anAnswerWithoutEndIsAFailure() throws Exception {
    assertInstanceOf(
        Reading.Failed.class,
        answered(200, RecordedVisionServer.saying("x".repeat(5 * 1024 * 1024))));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void silenceIsATimeOutEvenInTheMiddleOfAnAnswer(boolean afterTheHeaders) throws Exception {
    try (var server = RecordedVisionServer.silent(afterTheHeaders)) {
      assertEquals(
          new Reading.TimedOut("The vision server did not answer within 0.3 seconds."),
          engine(server.address(), SHORT).read(page()));
    }
  }

  @Test
  void nobodyThereIsAFailure() throws Exception {
    willing.close();
    assertEquals(
        new Reading.Failed("The vision server could not be asked: nobody answers there."),
        engine.read(page()));
  }

  private static Reading answered(int status, String body) throws Exception {
    try (var server = RecordedVisionServer.answering(status, body)) {
      return engine(server.address(), LONG).read(page());
    }
  }

  private static OpenAiVision engine(URI address, Duration timeout) {
    return new OpenAiVision(
        CLIENT,
        new VisionSettings(address, "some-model", Optional.of("hush"), timeout),
        new Vocabulary(List.of("Lurdes", "Rua das Flores")));
  }

  private static Picture page() {
    return OcrEngineContract.picture(TestPage.coloured(3000, 4000));
  }
}
