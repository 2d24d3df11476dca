package io.chihiro.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.door.RefusedException;
import io.chihiro.ocr.OcrWorld.TestSettings;
import io.chihiro.ocr.photo.TestPage;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.multipart.FileItem;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A picture that somebody looks for songs with, and what is none.
class SmallPicturesTest {
  @TempDir Path folder;

  @Test
  void aPictureBecomesAPlainPixmap() throws Exception {
    byte[] png = TestPage.encoded(TestPage.coloured(40, 20), "png");
    byte[] pixmap = small(png);

    byte[] head = "P6\n40 20\n255\n".getBytes(StandardCharsets.US_ASCII);
    assertEquals(head.length + 3 * 40 * 20, pixmap.length);
    assertTrue(Arrays.equals(head, Arrays.copyOf(pixmap, head.length)));
    byte[] first = Arrays.copyOfRange(pixmap, head.length, head.length + 3);
    assertTrue(Arrays.equals(new byte[] {(byte) 255, 0, 0}, first), Arrays.toString(first));
    assertTrue(nothingStays());
  }

  @Test
  void aLargePictureIsMadeSmall() throws Exception {
    byte[] pixmap = small(TestPage.encoded(TestPage.coloured(3000, 1000), "jpg"));

    assertTrue(new String(pixmap, 0, 13, StandardCharsets.US_ASCII).startsWith("P6\n1344 448\n"));
  }

  @Test
  void heicAndWebpAreRead() throws Exception {
    for (String name : new String[] {"single.heic", "page.webp"}) {
      try (InputStream in = SmallPicturesTest.class.getResourceAsStream("photo/" + name)) {
        assertEquals('P', small(Objects.requireNonNull(in).readAllBytes())[0], name);
      }
    }
  }

  @Test
  void whatIsNoPictureIsNamedAndNothingStays() throws Exception {
    byte[] png = TestPage.encoded(TestPage.coloured(40, 20), "png");
    assertEquals(
        "The picture is no photo: its content is neither HEIC, JPEG, PNG, WebP nor TIFF.",
        refusal("Dear diary".getBytes(StandardCharsets.UTF_8), 422));
    assertEquals("The picture is empty (0 bytes).", refusal(new byte[0], 422));
    assertTrue(refusal(Arrays.copyOf(png, png.length / 2), 422).contains("cut off"));
    assertTrue(refusal(new byte[100_001], 413).startsWith("The picture is too large"));
    assertTrue(nothingStays());
  }

  @Test
  void whatIsAskedInTheFormInsteadOfTheAddressIsNotPassedOverInSilence() {
    var pictures =
        new PicturesResource(new UprightPictures(), new TestSettings(folder.resolve("journal")));
    var refused =
        assertThrows(
            RefusedException.class,
            () -> pictures.ofForm(() -> Map.of("limit", List.of(new Field("5")))));

    assertEquals(400, refused.status());
    assertTrue(refused.detail().startsWith("\"limit\" belongs into the address"));
    assertThrows(RefusedException.class, () -> pictures.ofForm(Map::of));
  }

  /// A field of a form that is no file.
  private record Field(String getValue) implements FormValue {
    @Override
    public boolean isFileItem() {
      return false;
    }

    @Override
    public String getCharset() {
      return "UTF-8";
    }

    @Override
    public FileItem getFileItem() {
      throw new IllegalStateException("a field has no file");
    }

    @Override
    public @Nullable String getFileName() {
      return null;
    }

    @Override
    public MultivaluedMap<String, String> getHeaders() {
      return new MultivaluedHashMap<>();
    }
  }

  private String refusal(byte[] body, int status) {
    var refused = assertThrows(RefusedException.class, () -> small(body));
    assertEquals(status, refused.status());
    return refused.detail();
  }

  private byte[] small(byte[] body) throws Exception {
    var settings = new TestSettings(folder.resolve("journal"));
    return new PicturesResource(new UprightPictures(), settings)
        .ofBody(new ByteArrayInputStream(body));
  }

  private boolean nothingStays() throws Exception {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.noneMatch(Files::isRegularFile);
    }
  }
}
