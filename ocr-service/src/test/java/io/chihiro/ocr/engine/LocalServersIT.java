package io.chihiro.ocr.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chihiro.ocr.engine.LocalServers.Offered;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocalServersIT {
  private static final String MODELS =
      "{\"object\":\"list\",\"data\":[{\"id\":\"qwen3-vl:8b\"},{\"id\":\"llama3\"}]}";
  private static final int NOBODY = 1;

  @Test
  void aServerThatTellsItsModelsIsOffered() throws Exception {
    try (var ollama = RecordedVisionServer.answering(200, MODELS)) {
      assertEquals(
          List.of(new Offered(ollama.address().toString(), List.of("qwen3-vl:8b", "llama3"))),
          offered(NOBODY, port(ollama)));
      assertEquals("/v1/models", ollama.questions().getFirst().path());
    }
  }

  @Test
  void whatIsNoSuchServerOrSaysNothingIsNotOffered() throws Exception {
    try (var page = RecordedVisionServer.answering(200, "<html>hello</html>");
        var refusing = RecordedVisionServer.answering(401, MODELS);
        var empty = RecordedVisionServer.answering(200, "{\"data\":[]}");
        var silent = RecordedVisionServer.silent(false)) {
      assertEquals(
          List.of(), offered(port(page), port(refusing), port(empty), port(silent), NOBODY));
    }
  }

  private static List<Offered> offered(Integer... ports) throws InterruptedException {
    return new LocalServers(RemoteServer.newClient(), List.of(ports)).offered();
  }

  private static int port(RecordedVisionServer server) {
    return server.address().getPort();
  }
}
