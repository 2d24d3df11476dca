package io.chihiro.ocr.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.ocr.photo.TestPage;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TesseractTest implements OcrEngineContract {
  private static final List<String> LINES =
      List.of(
          "5 March 2024, Lisbon",
          "This morning the rain stopped for the first time",
          "in a week and I walked all the way to the castle.",
          "Marta called; she wants to come in April. I told");
  private static final String TRUTH = String.join("\n", LINES);

  private static Tesseract engine;

  @BeforeAll
  static void open() {
    engine = new Tesseract(TrainedData.of(EngineSettingsTest.settings(Map.of()).tesseract()));
  }

  @AfterAll
  static void close() {
    engine.close();
    engine.close();
  }

  @Override
  public OcrEngine engine() {
    return engine;
  }

  @Test
  void aPrintedPageInHalfShadowIsRead() throws Exception {
    var read = engine.read(OcrEngineContract.picture(page(0)));
    var text = assertInstanceOf(Reading.Text.class, read);
    assertTrue(CharacterErrors.rate(TRUTH, text.text()) < 0.1, text.text());
    assertTrue(text.confidence().value() > 0.8, text.confidence()::toString);
  }

  @Test
  void aTiltedPageIsLaidStraight() throws Exception {
    var read = engine.read(OcrEngineContract.picture(page(4)));
    var text = assertInstanceOf(Reading.Text.class, read);
    assertTrue(CharacterErrors.rate(TRUTH, text.text()) < 0.1, text.text());
  }

  @Test
  void theTiltOfAPageIsFound() {
    var tilt = Tilt.of(GrayPage.of(page(-3)).withEvenLight());
    assertEquals(-3, Math.toDegrees(tilt), 0.3);
    assertEquals(0, Tilt.of(GrayPage.of(TestPage.coloured(40, 30))), 0.2);
  }

  @Test
  void paperIsWhiteOnceTheLightIsEvenAndInkStaysDark() {
    var even = GrayPage.of(page(0)).withEvenLight();
    assertTrue(even.shade(20, 20) > 245, "in the light");
    assertTrue(even.shade(even.width() - 20, even.height() - 20) > 245, "in the shadow");
    var darkest = 255;
    for (int x = 0; x < even.width(); x++) {
      darkest = Math.min(darkest, even.shade(x, 190));
    }
    assertTrue(darkest < 120, "ink is " + darkest);
  }

  @Test
  void aLanguageThatIsNotThereIsNamedWithWhereToGetIt(@TempDir Path empty) {
    var data = new TrainedData(Optional.of(empty), "deu");
    assertEquals(
        Optional.of(
            "Tesseract's trained data for \"deu\" is missing: install Debian's tesseract-ocr-deu,"
                + " or name its folder in chihiro.ocr.tesseract.data."),
        data.problem());
  }

  private static BufferedImage page(double degrees) {
    var page = new BufferedImage(1400, 900, BufferedImage.TYPE_INT_RGB);
    var graphics = page.createGraphics();
    var light = new Color(250, 245, 230);
    var shadow = new Color(130, 125, 115);
    graphics.setPaint(new GradientPaint(0, 0, light, 1400, 900, shadow));
    graphics.fillRect(0, 0, 1400, 900);
    graphics.setColor(new Color(40, 40, 70));
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setFont(new Font(Font.SERIF, Font.PLAIN, 44));
    graphics.rotate(Math.toRadians(degrees), 700, 450);
    for (int line = 0; line < LINES.size(); line++) {
      graphics.drawString(LINES.get(line), 120, 200 + line * 90);
    }
    graphics.dispose();
    return page;
  }
}
