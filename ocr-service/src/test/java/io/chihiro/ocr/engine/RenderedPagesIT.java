package io.chihiro.ocr.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.ocr.photo.Photos;
import io.chihiro.sample.PhotographedPage;
import io.chihiro.sample.SampleLife;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/// How many characters the engines that come along get wrong on the sample life's photographed
/// pages. They are set in a font that imitates handwriting, which proves the plumbing: on real
/// cursive the same engines are wrong in nearly every second character.
class RenderedPagesIT {
  @TempDir private Path folder;

  @Test
  void ppOcrGetsAtMostEightCharactersInAHundredWrong(TestReporter reporter) throws Exception {
    try (var engine = new PaddleOcr(2)) {
      assertTrue(errorRate(engine, reporter) <= 0.08);
    }
  }

  @Test
  void tesseractGetsAtMostFifteenCharactersInAHundredWrong(TestReporter reporter) throws Exception {
    var settings = EngineSettingsTest.settings(Map.of()).tesseract();
    try (var engine = new Tesseract(TrainedData.of(settings))) {
      assertTrue(errorRate(engine, reporter) <= 0.15);
    }
  }

  /// Over all pages; where a line ends counts as little as how wide a gap is.
  private double errorRate(OcrEngine engine, TestReporter reporter) throws Exception {
    var errors = 0.0;
    var characters = 0;
    for (PhotographedPage page : SampleLife.fixed().journal().pages()) {
      var truth = plain(page.transcript());
      errors += CharacterErrors.rate(truth, read(engine, page)) * truth.length();
      characters += truth.length();
    }
    var rate = errors / characters;
    reporter.publishEntry(
        String.format(
            Locale.ROOT, "%s: %.1f %% of %d characters", engine.name(), rate * 100, characters));
    return rate;
  }

  private String read(OcrEngine engine, PhotographedPage page) throws Exception {
    var file = Files.write(folder.resolve(page.file()), page.bytes());
    return engine.read(new Photos().open(file)) instanceof Reading.Text text
        ? plain(text.text())
        : "";
  }

  private static String plain(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
