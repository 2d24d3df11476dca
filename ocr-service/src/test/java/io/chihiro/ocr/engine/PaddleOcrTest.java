package io.chihiro.ocr.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.ocr.photo.TestPage;
import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaddleOcrTest implements OcrEngineContract {
  private static final List<String> LINES =
      List.of(
          "5 March 2024, Lisbon",
          "This morning the rain stopped for the first time",
          "in a week and I walked all the way to the castle.",
          "Marta called; she wants to come in April. I told",
          "her about the new room and the yellow tiles.",
          "In the evening I played the same record thrice.");
  private static final String TRUTH = String.join("\n", LINES);

  private static PaddleOcr engine;

  @BeforeAll
  static void open() {
    engine = new PaddleOcr(2);
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @Override
  public OcrEngine engine() {
    return engine;
  }

  @Test
  void aPrintedPageIsReadWithFewerThanOneErrorInTenCharacters() throws Exception {
    var text = text(page());
    assertTrue(CharacterErrors.rate(TRUTH, text.text()) < 0.1);
    assertTrue(text.confidence().value() > 0.9);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-6, 4})
  void aTiltedPhotoOfThePageIsReadInTheSameOrder(double degrees) throws Exception {
    assertTrue(CharacterErrors.rate(TRUTH, text(tilted(degrees)).text()) < 0.1);
  }

  @Test
  void anEmptyPageIsRefused() throws Exception {
    assertEquals(
        new Reading.Refused("No text was found on the page."),
        engine.read(OcrEngineContract.picture(TestPage.coloured(400, 300))));
  }

  @Test
  void severalPagesAtOnceAreReadAsOneAfterTheOther() throws Exception {
    var alone = text(page());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Reading.Text>> pages =
          List.of(threads.submit(() -> text(page())), threads.submit(() -> text(page())));
      for (var page : pages) {
        assertEquals(alone, page.get());
      }
    }
  }

  @Test
  void anInterruptedThreadStopsReading() {
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> engine.read(OcrEngineContract.picture(page())));
  }

  @Test
  void aClosedEngineSaysSo() throws Exception {
    var closed = new PaddleOcr(1);
    closed.close();
    closed.close();
    assertEquals(
        new Reading.Failed("The engine is closed."),
        closed.read(OcrEngineContract.picture(page())));
  }

  @Test
  void theErrorRateCountsEditsOverTheTruthsLength() {
    assertEquals(0, CharacterErrors.rate("rain", "rain"));
    assertEquals(0.5, CharacterErrors.rate("rain", "ruin!"));
    assertEquals(1, CharacterErrors.rate("rain", ""));
  }

  private static Reading.Text text(BufferedImage page) throws InterruptedException {
    return assertInstanceOf(Reading.Text.class, engine.read(OcrEngineContract.picture(page)));
  }

  private static BufferedImage page() {
    return TestPage.written(LINES, new Font(Font.SANS_SERIF, Font.PLAIN, 44), 1400, 700);
  }

  private static BufferedImage tilted(double degrees) {
    var photo = new BufferedImage(1600, 1000, BufferedImage.TYPE_INT_RGB);
    var graphics = photo.createGraphics();
    graphics.setColor(new Color(225, 220, 205));
    graphics.fillRect(0, 0, 1600, 1000);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.rotate(Math.toRadians(degrees), 800, 500);
    graphics.drawImage(page(), 100, 150, null);
    graphics.dispose();
    return photo;
  }
}
