package io.chihiro.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.models.onnx.ColourPair;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipPairTest {
  private static final int RED = 0xff0000;
  private static final int BLUE = 0x0000ff;

  @TempDir Path home;
  private ClipFolder pair;

  @BeforeEach
  void write() throws IOException {
    pair = new ClipFolder(ColourPair.write(home.resolve("clip")));
  }

  @Test
  void aRedPictureLiesNearestToTheLineThatIsRed() {
    try (ClipText text = pair.text(1);
        ClipPictures pictures = pair.pictures(1)) {
      float[] red = pictures.encode(RgbPicture.of(30, 20, RED));
      List<float[]> lines =
          text.encodeAll(List.of("a red rose", "the deep blue sea", "green green grass"));

      assertTrue(Vectors.dot(red, lines.get(0)) > 0.5);
      assertTrue(Vectors.dot(red, lines.get(1)) < 0);
      assertTrue(Vectors.dot(red, lines.get(2)) < 0);
      assertEquals(1, Vectors.dot(text.encode("a red rose"), lines.getFirst()), 1e-6);
    }
  }

  @Test
  void onlyTheMiddleOfALongPictureCounts() {
    byte[] pixels = new byte[90 * 30 * 3];
    for (int i = 0; i < pixels.length; i += 3) {
      int x = i / 3 % 90;
      pixels[i + (x >= 30 && x < 60 ? 0 : 2)] = (byte) 255;
    }
    try (ClipPictures pictures = pair.pictures(1)) {
      float[] middle = pictures.encode(new RgbPicture(90, 30, pixels));

      assertTrue(Vectors.dot(middle, pictures.encode(RgbPicture.of(8, 8, RED))) > 0.99);
      assertTrue(Vectors.dot(middle, pictures.encode(RgbPicture.of(8, 8, BLUE))) < 0);
    }
  }

  @Test
  void theVersionIsTheTextEncodersOwn() throws IOException {
    String before = pair.version();
    Files.writeString(home.resolve("clip/tokenizer.json"), "{}");

    assertTrue(before.matches("clip-[0-9a-f]{16}"), before);
    assertNotEquals(before, pair.version());
  }

  @Test
  void whatIsMissingIsNamedWithItsFolderAndNoPlaceOfTheMachine() throws IOException {
    assertEquals(Optional.empty(), pair.missing());
    Files.delete(home.resolve("clip/onnx/vision_model.onnx"));
    String sentence = pair.missing().orElseThrow();

    assertTrue(sentence.contains("put vision_model.onnx of a CLIP model"), sentence);
    assertTrue(sentence.endsWith("into the folder clip."), sentence);
    assertThrows(BrokenModelException.class, () -> pair.pictures(1));
  }

  @Test
  void aFileThatIsNoModelIsNamed() throws IOException {
    Files.writeString(home.resolve("clip/onnx/text_model.onnx"), "no graph");

    var broken = assertThrows(BrokenModelException.class, () -> pair.text(1));
    assertTrue(String.valueOf(broken.getMessage()).contains("text_model.onnx"));
  }

  @Test
  void aPreparationThatIsNotKnownIsRefused() throws IOException {
    Files.writeString(
        home.resolve("clip/preprocessor_config.json"), "{\"size\": 8, \"resample\": 9}");

    var broken = assertThrows(BrokenModelException.class, () -> pair.pictures(1));
    assertTrue(String.valueOf(broken.getMessage()).contains("\"resample\" is 9"));
  }

  @Test
  void aPixmapIsReadAndACutOffOneIsNot() throws IOException {
    byte[] pixmap = "P6\n2 1\n255\nabcdef".getBytes(StandardCharsets.US_ASCII);
    RgbPicture picture = RgbPicture.ofPixmap(new ByteArrayInputStream(pixmap), 2);

    assertEquals('d', picture.at(1, 0, 0));
    for (String broken : List.of("P6\n2 1\n255\nabc", "P5\n2 1\n255\nabcdef", "P6\n3 1\n255\n")) {
      byte[] bytes = broken.getBytes(StandardCharsets.US_ASCII);
      assertThrows(
          IOException.class, () -> RgbPicture.ofPixmap(new ByteArrayInputStream(bytes), 2));
    }
  }
}
