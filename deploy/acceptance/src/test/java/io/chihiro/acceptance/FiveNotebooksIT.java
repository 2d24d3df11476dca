package io.chihiro.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.chihiro.sample.SampleLife;
import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/// Five notebooks are read by a vision server that takes half a second a page, five pages at a
/// time, while the service is killed twice: no page is asked about again once it was answered.
@Order(9)
class FiveNotebooksIT {
  private static final int PHOTOS = 309;
  private static final int WORKERS = 5;
  private static final int KILLS = 2;
  private static final int FIRST_KILL_AFTER = 90;
  private static final int SECOND_KILL_AFTER = 200;
  private static final Duration DELAY = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @Test
  void noPageIsAskedAboutAgainOnceItWasAnswered(TestReporter reporter) throws Exception {
    RunningSystem system = Systems.fresh(SampleLife.ZONES);
    try (Api api = system.api();
        SlowVisionServer server = new SlowVisionServer(DELAY)) {
      confirm(api, server);
      for (int number = 1; number <= PHOTOS; number++) {
        LivedSystem.drop(
            system, "journal%d/%d.jpg".formatted(number % 5 + 1, number), photo(number));
      }
      Patience.untilTrue(PATIENCE, "the first question", () -> server.questions() > 0);
      long begin = System.nanoTime();
      kill(system, server, FIRST_KILL_AFTER);
      kill(system, server, SECOND_KILL_AFTER);
      LivedSystem.awaitPages(api, PHOTOS);
      reporter.publishEntry(
          "%d photos, %d questions, %d at once, %d s with %d restarts"
              .formatted(
                  server.photos(),
                  server.questions(),
                  server.mostAtOnce(),
                  Duration.ofNanos(System.nanoTime() - begin).toSeconds(),
                  KILLS));
      check(api, server);
    }
  }

  /// The server answers on this machine, but it is used only because its owner says so.
  private static void confirm(Api api, SlowVisionServer server) throws Exception {
    JsonNode before = api.get("/api/v1/journal/engines").fine();
    assertEquals("[\"paddle\"]", before.path("chain").toString());
    var change = JsonNodeFactory.instance.objectNode();
    change.putObject("server").put("baseUrl", server.address()).put("model", "slow");
    JsonNode after = api.put("/api/v1/journal/engines", change.toString()).fine();
    assertEquals("[\"vision\",\"paddle\"]", after.path("chain").toString());
    assertTrue(api.put("/api/v1/journal/engines", "{\"magic\":1}").detail().contains("magic"));
  }

  private static void kill(RunningSystem system, SlowVisionServer server, int after)
      throws Exception {
    Patience.untilTrue(PATIENCE, after + " answers", () -> server.answers() >= after);
    ProcessHandle victim =
        Patience.until(PATIENCE, "ocr-service is there", () -> system.process("ocr-service"));
    boolean _ = victim.destroyForcibly();
    var _ = victim.onExit().get(10, TimeUnit.SECONDS);
  }

  private static void check(Api api, SlowVisionServer server) throws Exception {
    assertEquals(PHOTOS, server.photos());
    assertEquals(PHOTOS, server.answers());
    // an answer that was sent but not yet on the disk when the process died counts as in flight
    assertTrue(server.questions() <= PHOTOS + KILLS * WORKERS, server.questions() + " questions");
    assertTrue(server.askedAfterAnswer() <= KILLS * WORKERS, server.askedAfterAnswer() + " again");
    for (JsonNode page : api.get("/api/v1/journal/pages").fine().path("pages")) {
      assertEquals("read", page.path("state").asText(), page.path("place").asText());
      assertEquals("vision", page.path("attempts").path(0).path("engine").asText());
    }
    JsonNode month = api.get("/api/v1/journal/engines").fine().path("thisMonth");
    assertEquals(0, month.path("pages").asInt(), "nothing left the machine");
  }

  private static byte[] photo(int number) throws IOException {
    var image = new BufferedImage(1200, 1600, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.setColor(Color.BLUE);
    graphics.setFont(new Font(Font.SERIF, Font.PLAIN, 60));
    graphics.drawString("Page " + number, 100, 200);
    graphics.dispose();
    var bytes = new ByteArrayOutputStream();
    boolean _ = ImageIO.write(image, "jpeg", bytes);
    return bytes.toByteArray();
  }
}
