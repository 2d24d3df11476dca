package io.chihiro.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.sample.PhotographedPage.Format;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PhotographedPageTest {
  private static final List<PhotographedPage> PAGES = SampleLife.fixed().journal().pages();

  @Test
  void thereAreAtLeastTwelvePagesThreeOfThemUndated() {
    assertTrue(PAGES.size() >= 12, "pages: " + PAGES.size());
    assertEquals(3, PAGES.stream().filter(page -> !page.dateWritten()).count());
    assertEquals(PAGES.size(), PAGES.stream().map(PhotographedPage::file).distinct().count());
  }

  @Test
  void undatedPagesSayNothingOfTheirDateInThePhotoEither() {
    PAGES.stream()
        .filter(page -> !page.dateWritten())
        .forEach(page -> assertTrue(page.taken().isEmpty(), page.file()));
  }

  @Test
  void everyFormatIsThereAndOnePhotoLiesOnItsSide() {
    assertEquals(
        3, PAGES.stream().map(PhotographedPage::format).collect(Collectors.toSet()).size());
    assertEquals(1, PAGES.stream().filter(page -> page.orientation() == 6).count());
  }

  @Test
  void datesAreWrittenInManyWays() {
    List<String> dates = PAGES.stream().map(PhotographedPage::dateLine).toList();
    assertTrue(dates.contains("Tuesday, 16 January 2024"), dates.toString());
    assertTrue(dates.contains("9.2.24"), dates.toString());
    assertTrue(dates.contains("March 21st"), dates.toString());
  }

  @Test
  void theHeicPageShowsTheTextThatTheDiaryHasForItsDay() {
    PhotographedPage page = only(Format.HEIC);
    String shown =
        new String(ResourceText.bytes("photos/" + page.file() + ".txt"), StandardCharsets.UTF_8);
    assertEquals(page.transcript(), shown.strip(), "make the HEIC page anew: see the README");
    byte[] bytes = page.bytes();
    assertTrue(bytes.length < 300_000, "bytes: " + bytes.length);
    assertEquals("ftypheic", new String(bytes, 4, 8, StandardCharsets.US_ASCII));
  }

  @Test
  void aSidewaysPhotoIsWiderThanHighAndSaysSo() throws IOException {
    PhotographedPage page =
        PAGES.stream().filter(p -> p.orientation() == 6).findFirst().orElseThrow();
    byte[] bytes = page.bytes();
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
    assertEquals(PaperPage.HEIGHT_PIXELS, image.getWidth());
    String head = new String(bytes, 0, 200, StandardCharsets.ISO_8859_1);
    assertTrue(head.contains("Exif") && head.contains("2024:07:10 07:"), head);
    assertTrue(head.contains("+01:00"), head);
  }

  @Test
  void thePageIsInkOnPaperInUnevenLight() throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(only(Format.PNG).bytes()));
    assertEquals(PaperPage.WIDTH_PIXELS, image.getWidth());
    assertEquals(PaperPage.HEIGHT_PIXELS, image.getHeight());
    int dark = 0;
    for (int y = 200; y < 1_600; y++) {
      for (int x = 150; x < 1_350; x++) {
        dark += (image.getRGB(x, y) & 0xFF00) >> 8 < 110 ? 1 : 0;
      }
    }
    assertTrue(dark > 20_000 && dark < 400_000, "inked pixels: " + dark);
  }

  @Test
  void theSamePageIsTheSameBytes() {
    PhotographedPage page = PAGES.getFirst();
    assertArrayEquals(page.bytes(), SampleLife.fixed().journal().pages().getFirst().bytes());
    assertFalse(page.taken().isEmpty());
  }

  private static PhotographedPage only(Format format) {
    return PAGES.stream().filter(page -> page.format() == format).findFirst().orElseThrow();
  }
}
