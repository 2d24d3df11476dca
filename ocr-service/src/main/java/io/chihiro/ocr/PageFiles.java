package io.chihiro.ocr;

import io.chihiro.events.PageScanned;
import io.chihiro.ocr.photo.Photos;
import io.chihiro.ocr.photo.Picture;
import io.chihiro.ocr.photo.UnusablePhotoException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// Opens the photo of a page, if the file at its place is still that photo. Thread-safe.
final class PageFiles {
  private static final int PHOTOS_AT_ONCE = 2;

  private final Bucket bucket;
  private final Photos photos;
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
    Path file = bucket.file(page.place());
    if (!Files.isRegularFile(file) || !Digests.of(file).equals(page.page())) {
      return Optional.empty();
    }
    try {
      return Optional.of(photos.open(file));
    } catch (UnusablePhotoException e) {
      throw new UnusablePhotoException(inOwnersWords(e, page), e);
    }
  }

  // An upload has its SHA-256 in front of its name, which tells its owner nothing.
  private static String inOwnersWords(UnusablePhotoException problem, PageScanned page) {
    return String.valueOf(problem.getMessage()).replace(page.page() + "-", "");
  }
}
