package io.chihiro.ocr.photo;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;

/// A scan of many pages in one PDF. Safe for many threads at once.
public final class PdfScan {
  /// The most pages that are taken from one file.
  public static final int MOST_PAGES = 500;

  private static final float DOTS_PER_INCH = 200;
  private static final float POINTS_PER_INCH = 72;
  private static final int LOOKED_AT_BYTES = 1024;
  private static final String SIGNATURE = "%PDF-";

  private final PixelLimit limit;

  /// Scans whose pictures have up to so many pixels.
  public PdfScan(long pixelLimit) {
    this.limit = new PixelLimit(pixelLimit);
  }

  /// Whether a file says that it is a PDF: some scanners put a few bytes in front.
  public static boolean recognises(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(LOOKED_AT_BYTES);
      return new String(head, StandardCharsets.ISO_8859_1).contains(SIGNATURE);
    }
  }

  /// How many pages it has.
  ///
  /// @param name as the owner knows it
  /// @throws UnusablePhotoException with a sentence that names the file
  public int pages(Path file, String name) throws UnusablePhotoException {
    try (PDDocument document = open(file)) {
      int pages = document.getNumberOfPages();
      if (pages == 0 || pages > MOST_PAGES) {
        throw new UnusablePhotoException(
            String.format(
                Locale.ROOT, "%s has %d pages; 1 to %d are taken.", name, pages, MOST_PAGES));
      }
      return pages;
    } catch (InvalidPasswordException e) {
      throw new UnusablePhotoException(name + " is locked with a password.", e);
    } catch (IOException e) {
      throw damaged(name, e);
    }
  }

  /// One page as a picture.
  ///
  /// @param number counted from 1
  /// @throws UnusablePhotoException with a sentence that names the file
  public Picture page(Path file, String name, int number) throws UnusablePhotoException {
    try (PDDocument document = open(file)) {
      PDPage page = document.getPage(number - 1);
      check(page.getResources(), name);
      PDFRenderer renderer = new PDFRenderer(document);
      renderer.setSubsamplingAllowed(true);
      BufferedImage image = renderer.renderImage(number - 1, scale(page), ImageType.RGB);
      return new Picture(image, Optional.empty(), Optional.empty());
    } catch (IOException | IndexOutOfBoundsException e) {
      throw damaged(name, e);
    }
  }

  private static PDDocument open(Path file) throws IOException {
    return Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache());
  }

  /// What is drawn at 200 dots per inch, less if that were more than is ever kept of a photo.
  private static float scale(PDPage page) {
    PDRectangle box = page.getCropBox();
    double points = Math.max(1, (double) box.getWidth() * box.getHeight());
    double kept = Math.sqrt(PixelLimit.KEPT_PIXELS / points);
    return (float) Math.min(DOTS_PER_INCH / POINTS_PER_INCH, kept);
  }

  /// A picture is decoded whole before it is drawn small.
  private void check(@Nullable PDResources resources, String name)
      throws IOException, UnusablePhotoException {
    if (resources == null) {
      return;
    }
    for (COSName each : resources.getXObjectNames()) {
      PDXObject object = resources.getXObject(each);
      if (object instanceof PDImageXObject image) {
        limit.check(name, image.getWidth(), image.getHeight());
      }
    }
  }

  private static UnusablePhotoException damaged(String name, Exception cause) {
    return new UnusablePhotoException(name + " is a PDF that is damaged or cut off.", cause);
  }
}
