package io.chihiro.ocr;

import io.chihiro.events.PageScanned;
import io.chihiro.ocr.bucket.Bucket;
import io.chihiro.ocr.bucket.Lent;
import io.chihiro.ocr.photo.PdfScan;
import io.chihiro.ocr.photo.Photos;
import io.chihiro.ocr.photo.Picture;
import io.chihiro.ocr.photo.UnusablePhotoException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;

/// Opens the photo of a page, if the file at its place is still that photo. Thread-safe.
final class PageFiles {
  private static final int PHOTOS_AT_ONCE = 2;

  private final Bucket bucket;
  private final Photos photos;
  private final PdfScan scans = new PdfScan(Photos.PIXEL_LIMIT);
  private final Semaphore places;

  /// A photo of 12 megapixels takes 50 MB, and twice that while it is turned upright: two of them
  /// keep two processors busy, more would only fill the memory.
  PageFiles(Bucket bucket, Photos photos) {
    this(bucket, photos, PHOTOS_AT_ONCE);
  }

  PageFiles(Bucket bucket, Photos photos, int photosAtOnce) {
    this.bucket = bucket;
    this.photos = photos;
    this.places = new Semaphore(photosAtOnce);
  }

  /// The photo of a page, to be looked at now and again.
  OpenPhoto photo(PageScanned page) {
    return new OpenPhoto(this, page, places);
  }

  /// The picture; empty if the file has gone or holds something else by now.
  ///
  /// @throws UnusablePhotoException with a sentence that names the file as the owner knows it
  Optional<Picture> open(PageScanned page) throws IOException, UnusablePhotoException {
    try (Lent lent = bucket.lend(Pages.file(page))) {
      return open(page, lent.file());
    } catch (NoSuchFileException e) {
      // Gone: whoever watches the bucket sees what is there instead.
      return Optional.empty();
    }
  }

  private Optional<Picture> open(PageScanned page, Path file)
      throws IOException, UnusablePhotoException {
    OptionalInt number = Pages.numberInScan(page);
    if (!pageId(file, number).equals(page.page())) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          number.isPresent()
              ? scans.page(file, Pages.name(page), number.getAsInt())
              : photos.open(file));
    } catch (UnusablePhotoException e) {
      throw new UnusablePhotoException(inOwnersWords(e, page, file), e);
    }
  }

  private static String pageId(Path file, OptionalInt number) throws IOException {
    String digest = Digests.of(file);
    return number.isPresent() ? Digests.ofScan(digest, number.getAsInt()) : digest;
  }

  // An upload has its SHA-256 in front of its name, and a copy has any; both tell its owner
  // nothing.
  private static String inOwnersWords(UnusablePhotoException problem, PageScanned page, Path file) {
    return String.valueOf(problem.getMessage())
        .replace(String.valueOf(file.getFileName()), Pages.name(page));
  }
}
