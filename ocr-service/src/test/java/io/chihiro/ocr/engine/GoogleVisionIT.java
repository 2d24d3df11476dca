package io.chihiro.ocr.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chihiro.events.Confidence;
import io.chihiro.events.EnginesChosen;
import io.chihiro.events.EnginesChosen.Prices;
import io.chihiro.events.PageScanned.Attempt;
import io.chihiro.events.Vocabulary;
import io.chihiro.ocr.engine.RecordedVisionServer.Reply;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleVisionIT implements OcrEngineContract {
  private static final String PAGE =
      """
      {"responses":[{"textAnnotations":[{"description":"5 March\\nRain.\\n"}],
        "fullTextAnnotation":{"text":"5 March\\nRain.\\n",
          "pages":[{"width":1500,"height":2000,"confidence":0.83}]}}]}
      """;
  private static final HttpClient CLIENT = RemoteServer.newClient();

  @TempDir private Path folder;
  private RecordedVisionServer willing;

  @BeforeEach
  void open() throws Exception {
    willing = RecordedVisionServer.answering(200, PAGE);
  }

  @AfterEach
  void close() {
    willing.close();
  }

  @Override
  public OcrEngine engine() {
    return new GoogleVision(CLIENT, settings(willing).google(), "hush");
  }

  @Test
  void aPageIsReadWithItsOwnConfidence() throws Exception {
    assertEquals(new Reading.Text("5 March\nRain.", new Confidence(0.83)), read(willing).reading());
  }

  @Test
  void itIsToldThatThePageIsWrittenByHandAndTheKeyStandsInNoAddress() throws Exception {
    var _ = read(willing);
    var question = willing.questions().getFirst();
    assertEquals("/v1/images:annotate", question.path());
    assertEquals("hush", question.key());
    var asked = new ObjectMapper().readTree(question.body()).path("requests").path(0);
    assertEquals("DOCUMENT_TEXT_DETECTION", asked.path("features").path(0).path("type").asText());
    assertEquals(
        "en-t-i0-handwrit", asked.path("imageContext").path("languageHints").path(0).asText());
    var jpeg = Base64.getDecoder().decode(asked.path("image").path("content").asText());
    assertEquals((byte) 0xFF, jpeg[0]);
    assertEquals((byte) 0xD8, jpeg[1]);
  }

  @Test
  void aBlankPageIsAnAnswer() throws Exception {
    var blank = "{\"responses\":[{}]}";
    assertEquals("refused", attempt(blank).outcome());
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 13, 14})
  void anErrorThatPassesIsAskedAgain(int code) throws Exception {
    var error =
        "{\"responses\":[{\"error\":{\"code\":%d,\"message\":\"secret\"}}]}".formatted(code);
    try (var server =
        RecordedVisionServer.replying(
            new Reply(200, error, Map.of()), new Reply(200, PAGE, Map.of()))) {
      assertInstanceOf(Reading.Text.class, read(server).reading());
      assertEquals(2, server.questions().size());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"responses\":[{\"error\":{\"code\":3,\"message\":\"secret\"}}]}",
        "{\"responses\":[]}",
        "<html>secret</html>",
      })
  void anAnswerThatIsNoPageFailsWithoutBeingQuoted(String body) throws Exception {
    var attempt = attempt(body);
    assertEquals("failed", attempt.outcome());
    assertFalse(attempt.reason().orElseThrow().contains("secret"));
  }

  @Test
  void withoutAKeyNothingIsAskedAndTheSettingIsNamed() throws Exception {
    try (var world = EngineWorld.in(folder)) {
      var attempt = world.read(chosen(), "ab").attempts().getFirst();
      assertEquals(
          new Attempt("google", "not asked", Optional.of("chihiro.ocr.google.key must be set.")),
          attempt);
    }
  }

  @Test
  void googleItselfSendsPagesAway() {
    var settings = EngineSettingsTest.settings(Map.of("CHIHIRO_OCR_GOOGLE_KEY", "hush"));
    assertTrue(new GoogleVision(CLIENT, settings.google(), "hush").sends());
  }

  private Attempt attempt(String body) throws Exception {
    try (var server = RecordedVisionServer.answering(200, body)) {
      return read(server).attempts().getFirst();
    }
  }

  private ChainReading read(RecordedVisionServer server) throws Exception {
    try (var world = EngineWorld.in(folder, environment(server))) {
      return world.read(chosen(), "ab");
    }
  }

  private static EngineSettings settings(RecordedVisionServer server) {
    return EngineSettingsTest.settings(environment(server));
  }

  private static Map<String, String> environment(RecordedVisionServer server) {
    return Map.of(
        "CHIHIRO_OCR_GOOGLE_BASE_URL",
        server.address().toString(),
        "CHIHIRO_OCR_GOOGLE_KEY",
        "hush");
  }

  private static EnginesChosen chosen() {
    return new EnginesChosen(
        EngineWorld.OWNER,
        List.of("google"),
        List.of(),
        Optional.empty(),
        EnginesChosen.MONTHLY_PAGES,
        Prices.UNKNOWN,
        Vocabulary.NONE);
  }
}
