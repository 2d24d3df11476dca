package io.chihiro.ocr.engine;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.chihiro.ocr.photo.Picture;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What every engine keeps to.
interface OcrEngineContract {
  /// The engine under test.
  OcrEngine engine() throws Exception;

  @Test
  default void anEngineHasAName() throws Exception {
    assertFalse(engine().name().isBlank());
  }

  @ParameterizedTest
  @CsvSource({"1,1", "3000,1", "1,3000", "640,480"})
  default void aPageWithoutTextIsAnsweredByAValueWhateverItsSize(int width, int height)
      throws Exception {
    assertNotNull(engine().read(picture(new BufferedImage(width, height, 1))));
  }

  /// A page about which the camera noted nothing.
  static Picture picture(BufferedImage image) {
    return new Picture(image, Optional.empty(), Optional.empty());
  }
}
