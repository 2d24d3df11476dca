package io.chihiro.ocr;

import io.chihiro.events.PageScanned;
import io.chihiro.ocr.engine.PageImage;
import io.chihiro.ocr.photo.Picture;
import io.chihiro.ocr.photo.UnusablePhotoException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// The photo of one page, decoded only while somebody looks at it, and only as many at once as the
/// memory has places for. For one thread.
final class OpenPhoto implements PageImage, AutoCloseable {
  private final PageFiles files;
  private final PageScanned page;
  private final Semaphore places;
  private Optional<Picture> picture = Optional.empty();

  OpenPhoto(PageFiles files, PageScanned page, Semaphore places) {
    this.files = files;
    this.page = page;
    this.places = places;
  }

  /// Whether the file at the page's place is still that photo.
  boolean isThere() throws IOException, UnusablePhotoException, InterruptedException {
    if (picture.isEmpty()) {
      open();
    }
    return picture.isPresent();
  }

  private void open() throws IOException, UnusablePhotoException, InterruptedException {
    places.acquire();
    try {
      picture = files.open(page);
    } finally {
      if (picture.isEmpty()) {
        places.release();
      }
    }
  }

  @Override
  public <T> T look(Look<T> look) throws IOException, UnusablePhotoException, InterruptedException {
    if (!isThere()) {
      throw new IOException(Pages.name(page) + " has gone while it was being read");
    }
    return look.at(picture.orElseThrow());
  }

  @Override
  public void letGo() {
    if (picture.isPresent()) {
      picture = Optional.empty();
      places.release();
    }
  }

  @Override
  public void close() {
    letGo();
  }
}
