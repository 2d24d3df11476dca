package io.chihiro.ocr.photo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnusablePhotoTest {
  @TempDir Path folder;

  @Test
  void anEmptyFileIsRefused() throws Exception {
    assertEquals("a.jpg is empty (0 bytes).", refusal("a.jpg", new byte[0]));
  }

  @Test
  void aTextNamedJpgIsRefused() throws Exception {
    var sentence = refusal("a.jpg", "Dear diary".getBytes(StandardCharsets.UTF_8));
    assertEquals(
        "a.jpg is no photo: its content is neither HEIC, JPEG, PNG, WebP nor TIFF.", sentence);
  }

  @Test
  void aFileThatIsNotThereIsRefused() {
    var refused =
        assertThrows(
            UnusablePhotoException.class, () -> new Photos().open(folder.resolve("gone.jpg")));
    assertEquals("gone.jpg is not there.", refused.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"jpg,10", "jpg,50", "jpg,95", "png,10", "png,50", "png,95", "tiff,50", "tiff,95"})
  void aCutOffPhotoIsRefusedInsteadOfHalfShown(String format, int percent) throws Exception {
    var whole = TestPage.encoded(noise(), format);
    var sentence = refusal("a." + format, Arrays.copyOf(whole, whole.length * percent / 100));
    assertTrue(sentence.contains("cut off"), sentence);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 20, 40, 60, 80, 99})
  void aCutOffHeicIsRefused(int percent) throws Exception {
    for (var name : new String[] {"single.heic", "grid.heic"}) {
      var whole = fixture(name);
      var sentence = refusal(name, Arrays.copyOf(whole, whole.length * percent / 100));
      assertTrue(sentence.startsWith(name + " "), sentence);
      assertTrue(sentence.contains("cut off") || sentence.contains("no photo"), sentence);
    }
  }

  @Test
  void aHeicWithADamagedTileIsRefused() throws Exception {
    var damaged = fixture("grid.heic");
    for (int at = damaged.length - 1200; at < damaged.length - 900; at++) {
      damaged[at] ^= 0x5a;
    }
    var sentence = refusal("a.heic", damaged);
    assertTrue(sentence.contains("damaged"), sentence);
  }

  @Test
  void aWebpCutOffIsRefused() throws Exception {
    var whole = fixture("page.webp");
    var sentence = refusal("a.webp", Arrays.copyOf(whole, whole.length / 2));
    assertTrue(sentence.contains("cut off"), sentence);
  }

  @Test
  void aPngBombIsRefusedByItsHeader() throws Exception {
    assertEquals(bombSentence("a.png"), refusal("a.png", pngHeader(20_000, 10_000)));
  }

  @Test
  void aJpegBombIsRefusedByItsHeader() throws Exception {
    var jpeg = TestPage.encoded(TestPage.coloured(64, 64), "jpg");
    var frame = place(jpeg, new byte[] {(byte) 0xff, (byte) 0xc0});
    ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) 10_000).putShort(frame + 7, (short) 20_000);
    assertEquals(bombSentence("a.jpg"), refusal("a.jpg", jpeg));
  }

  @Test
  void aHeicBombIsRefusedByItsHeader() throws Exception {
    for (var name : new String[] {"single.heic", "grid.heic"}) {
      var heic = fixture(name);
      for (var size : places(heic, "ispe")) {
        ByteBuffer.wrap(heic).putInt(size + 8, 20_000).putInt(size + 12, 10_000);
      }
      assertEquals(bombSentence(name), refusal(name, heic));
    }
  }

  @Test
  void aHeicThatSaysItIsSmallButCodesALargePictureIsRefused() throws Exception {
    var heic = fixture("single.heic");
    for (var size : places(heic, "ispe")) {
      ByteBuffer.wrap(heic).putInt(size + 8, 16).putInt(size + 12, 16);
    }
    var sentence = refusal("a.heic", heic);
    assertTrue(sentence.contains("damaged"), sentence);
  }

  @Test
  void theLimitIsASetting() throws Exception {
    var png = TestPage.encoded(TestPage.coloured(101, 100), "png");
    var file = Files.write(folder.resolve("a.png"), png);
    assertThrows(UnusablePhotoException.class, () -> new Photos(10_000).open(file));
    assertEquals(101, new Photos(10_100).open(file).image().getWidth());
  }

  private static String bombSentence(String name) {
    return name
        + " is 20000 by 10000 pixels large (200 megapixels); at most 100 megapixels are taken.";
  }

  private String refusal(String name, byte[] content) throws IOException {
    var file = Files.write(folder.resolve(name), content);
    var refused = assertThrows(UnusablePhotoException.class, () -> new Photos().open(file));
    return String.valueOf(refused.getMessage());
  }

  /// A page that does not compress well, so that a cut goes through the picture.
  private static java.awt.image.BufferedImage noise() {
    var random = new java.util.Random(7);
    var page = TestPage.coloured(200, 200);
    for (int at = 0; at < 40_000; at++) {
      page.setRGB(at % 200, at / 200, random.nextInt());
    }
    return page;
  }

  private static byte[] pngHeader(int width, int height) {
    var header = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.US_ASCII));
    header.putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
    var sum = new CRC32();
    sum.update(header.array());
    var png = ByteBuffer.allocate(45).putLong(0x89504e470d0a1a0aL).putInt(13).put(header.array());
    png.putInt((int) sum.getValue()).putInt(0);
    return png.put("IDAT".getBytes(StandardCharsets.US_ASCII)).array();
  }

  private static int place(byte[] bytes, byte[] wanted) {
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .indexOf(new String(wanted, StandardCharsets.ISO_8859_1));
  }

  private static java.util.List<Integer> places(byte[] bytes, String wanted) {
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    var places = new java.util.ArrayList<Integer>();
    for (var at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      places.add(at);
    }
    return places;
  }

  private static byte[] fixture(String name) throws IOException {
    var whole = new ByteArrayOutputStream();
    try (InputStream in = UnusablePhotoTest.class.getResourceAsStream(name)) {
      in.transferTo(whole);
    }
    return whole.toByteArray();
  }
}
