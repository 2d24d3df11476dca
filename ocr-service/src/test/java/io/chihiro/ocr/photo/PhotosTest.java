package io.chihiro.ocr.photo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotosTest {
  private static final String TIME = "2024:03:05 21:14:09";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"single.heic", "grid.heic"})
  void aHeicPhotoIsUprightAndKeepsTheCamerasLocalTime(String name) throws Exception {
    var file = fixture(name);
    var picture = new Photos().open(file);
    assertEquals(Optional.of(PhotoFormat.HEIC), Photos.recognise(file));
    assertUpright(picture.image());
    assertTrue(picture.image().getHeight() > picture.image().getWidth());
    assertEquals(Optional.of(LocalDateTime.of(2024, 3, 5, 21, 14, 9)), picture.capturedAt());
    assertEquals(Optional.of(ZoneOffset.ofHours(8)), picture.capturedOffset());
  }

  @Test
  void theTilesOfAGridMeetWithoutSeamsAndAreCroppedToThePicture() throws Exception {
    var image = new Photos().open(fixture("grid.heic")).image();
    assertEquals(1000, image.getWidth());
    assertEquals(1300, image.getHeight());
    assertColour(Color.RED, image, 490, 640);
    assertColour(Color.YELLOW, image, 999, 1299);
    assertColour(Color.YELLOW, image, 510, 660);
    assertColour(Color.GREEN, image, 999, 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png", "tiff"})
  void whatImageIoWritesIsReadByItsContentWhateverItsName(String format) throws Exception {
    var file = file("page.txt", TestPage.encoded(TestPage.coloured(300, 400), format));
    var picture = new Photos().open(file);
    assertUpright(picture.image());
    assertEquals(BufferedImage.TYPE_INT_RGB, picture.image().getType());
    assertEquals(Optional.empty(), picture.capturedAt());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyOrientationOfExifIsUndone(int orientation) throws Exception {
    var stored = storedFor(orientation, TestPage.coloured(304, 400));
    var exif = ExifBytes.of(orientation, TIME, "-03:30");
    var file = file("a.jpg", ExifBytes.intoJpeg(TestPage.encoded(stored, "jpg"), exif));
    var picture = new Photos().open(file);
    assertUpright(picture.image());
    assertEquals(304, picture.image().getWidth());
    assertEquals(Optional.of(ZoneOffset.ofHoursMinutes(-3, -30)), picture.capturedOffset());
  }

  @Test
  void aCameraWithoutAClockGivesNoTime() throws Exception {
    var exif = ExifBytes.of(1, "0000:00:00 00:00:00", "      ");
    var jpeg = TestPage.encoded(TestPage.coloured(40, 40), "jpg");
    var picture = new Photos().open(file("a.jpg", ExifBytes.intoJpeg(jpeg, exif)));
    assertEquals(Optional.empty(), picture.capturedAt());
    assertEquals(Optional.empty(), picture.capturedOffset());
  }

  @Test
  void whatIsTransparentBecomesWhite() throws Exception {
    var clear = new BufferedImage(10, 10, BufferedImage.TYPE_INT_ARGB);
    var picture = new Photos().open(file("a.png", TestPage.encoded(clear, "png")));
    assertColour(Color.WHITE, picture.image(), 5, 5);
  }

  @Test
  void aWebpPhotoIsRead() throws Exception {
    assertUpright(new Photos().open(fixture("page.webp")).image());
  }

  @Test
  void aPhotoBeyondWhatIsKeptIsReducedWhileDecoding() throws Exception {
    var file = file("a.png", TestPage.encoded(TestPage.coloured(6000, 5000), "png"));
    var image = new Photos().open(file).image();
    assertEquals(3000, image.getWidth());
    assertUpright(image);
  }

  @ParameterizedTest
  @EnumSource
  void everyFormatHasASignature(PhotoFormat format) throws Exception {
    var file =
        switch (format) {
          case HEIC -> fixture("grid.heic");
          case WEBP -> fixture("page.webp");
          case JPEG, PNG, TIFF ->
              file("x", TestPage.encoded(TestPage.coloured(8, 8), format.name()));
        };
    assertEquals(Optional.of(format), Photos.recognise(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"heic", "heix", "hevc", "mif1", "msf1", "heim", "heis"})
  void everyBrandOfHeicIsKnown(String brand) throws Exception {
    var start = ("\0\0\0\24ftyp" + brand + "\0\0\0\0abcd").getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(Optional.of(PhotoFormat.HEIC), Photos.recognise(file("x", start)));
  }

  @Test
  void aFilmIsNoPhoto() throws Exception {
    var film = "\0\0\0\30ftypisom\0\0\0\0isommp41".getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(Optional.empty(), Photos.recognise(file("x.heic", film)));
  }

  /// What a camera would have stored, so that the orientation makes it upright.
  private static BufferedImage storedFor(int orientation, BufferedImage upright) {
    var wanted = Orientation.ofExif(orientation);
    var turnedBack = new Orientation(-wanted.quarterTurns(), false).apply(upright);
    return wanted.mirrored() ? Orientation.ofExif(2).apply(turnedBack) : turnedBack;
  }

  private static void assertUpright(BufferedImage image) {
    var width = image.getWidth();
    var height = image.getHeight();
    assertColour(Color.RED, image, width / 4, height / 4);
    assertColour(Color.GREEN, image, width * 3 / 4, height / 4);
    assertColour(Color.BLUE, image, width / 4, height * 3 / 4);
    assertColour(Color.YELLOW, image, width * 3 / 4, height * 3 / 4);
  }

  private static void assertColour(Color wanted, BufferedImage image, int x, int y) {
    var found = new Color(image.getRGB(x, y));
    var distance =
        Math.abs(wanted.getRed() - found.getRed())
            + Math.abs(wanted.getGreen() - found.getGreen())
            + Math.abs(wanted.getBlue() - found.getBlue());
    assertTrue(distance < 40, () -> "%s at %d, %d instead of %s".formatted(found, x, y, wanted));
  }

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private static Path fixture(String name) throws Exception {
    return Path.of(PhotosTest.class.getResource(name).toURI());
  }
}
