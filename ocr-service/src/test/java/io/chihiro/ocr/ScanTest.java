package io.chihiro.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.PageScanned;
import io.chihiro.events.PageScanned.State;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanTest {
  private static final int RED = 0xFF0000;
  private static final int BLUE = 0x0000FF;

  @TempDir private Path bucket;
  private OcrWorld world;

  @BeforeEach
  void build() {
    world = OcrWorld.in(bucket);
    world.engine.reads(RED, "5 March 2024\nRain.");
    world.engine.reads(BLUE, "6 March 2024\nSun.");
  }

  @Test
  void everyPageOfAScanIsAPageOfItsOwn() throws IOException {
    byte[] scan = scan(RED, BLUE);
    world.file("scans/book.pdf", scan);
    world.settle();

    assertEquals(
        List.of("scans/book.pdf#page=1", "scans/book.pdf#page=2"),
        world.pages().stream().map(PageScanned::place).sorted().toList());
    assertTrue(world.pages().stream().allMatch(page -> page.state() == State.READ));
    assertEquals(
        List.of("5 March 2024\nRain.", "6 March 2024\nSun."),
        world.entries().stream().map(entry -> entry.text()).sorted().toList());
    assertEquals(scan.length, Files.size(bucket.resolve("scans/book.pdf")));
  }

  @Test
  void theSameScanTwiceIsReadOnce() throws IOException {
    byte[] scan = scan(RED, BLUE);
    world.file("a.pdf", scan);
    world.file("b.pdf", scan);
    world.settle();
    OcrWorld again = world.restarted();
    again.watch.passOverKnown();
    again.settle();

    assertEquals(2, again.pages().size());
    assertEquals(2, world.engine.asked());
  }

  @Test
  void aScanThatIsCutOffIsNamedAndPutAside() throws IOException {
    world.file("cut.pdf", Arrays.copyOf(scan(RED), 40));
    world.settle();

    assertEquals(State.FAILED, world.onlyPage().state());
    assertEquals(
        Optional.of("cut.pdf is a PDF that is damaged or cut off."), world.onlyPage().problem());
  }

  @Test
  void aScanWithoutPagesIsNamedAndPutAside() throws IOException {
    world.file("none.pdf", scan());
    world.settle();
    assertEquals(
        Optional.of("none.pdf has 0 pages; 1 to 500 are taken."), world.onlyPage().problem());
  }

  static byte[] scan(int... colours) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      for (int colour : colours) {
        var picture = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, 64, 64, filled(colour), 0, 64);
        PDPage page = new PDPage(new PDRectangle(64, 64));
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
          content.drawImage(LosslessFactory.createFromImage(document, picture), 0, 0, 64, 64);
        }
      }
      document.save(bytes);
    }
    return bytes.toByteArray();
  }

  private static int[] filled(int colour) {
    int[] pixels = new int[64 * 64];
    Arrays.fill(pixels, colour);
    return pixels;
  }
}
