package io.chihiro.ocr.engine;

import io.chihiro.ocr.photo.UnusablePhotoException;
import java.io.IOException;
import java.util.concurrent.Semaphore;

/// An engine inside this process. It keeps processors busy, so only so many pages go in at once.
record LocalTurn(OcrEngine engine, Semaphore places) implements Turn {
  @Override
  public String name() {
    return engine.name();
  }

  @Override
  public Reading take(PageToRead page)
      throws IOException, UnusablePhotoException, InterruptedException {
    places.acquire();
    try {
      return page.image().look(engine::read);
    } finally {
      places.release();
    }
  }
}
