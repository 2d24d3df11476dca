package io.chihiro.ocr.engine;

import io.chihiro.ocr.photo.UnusablePhotoException;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// An engine inside this process, opened when it is first needed. It keeps processors busy, so only
/// so many pages go in at once.
record LocalTurn(String name, Supplier<? extends OcrEngine> engine, Semaphore places)
    implements Turn {
  @Override
  public Reading take(PageToRead page)
      throws IOException, UnusablePhotoException, InterruptedException {
    places.acquire();
    try {
      return page.image().look(engine.get()::read);
    } finally {
      places.release();
    }
  }
}
