package io.chihiro.ocr;

import io.chihiro.ocr.photo.Picture;
import io.chihiro.ocr.photo.UnusablePhotoException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.concurrent.Semaphore;

/// Lends places to whoever shows a picture. Thread-safe.
///
/// A photo of 12 megapixels takes 50 MB to decode: not many of them at once.
@ApplicationScoped
public class UprightPictures {
  private static final int AT_ONCE = 1;

  private final Semaphore places = new Semaphore(AT_ONCE);

  /// Where a picture comes from.
  interface Source {
    Picture open() throws IOException, UnusablePhotoException;
  }

  /// What is made of it.
  interface Showing {
    byte[] of(Picture picture) throws IOException;
  }

  /// Opens a picture and makes something of it as soon as there is a place.
  byte[] show(Source source, Showing showing)
      throws IOException, UnusablePhotoException, InterruptedException {
    places.acquire();
    try {
      return showing.of(source.open());
    } finally {
      places.release();
    }
  }
}
