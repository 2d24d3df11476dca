package io.chihiro.ocr.engine;

import io.chihiro.ocr.photo.Picture;
import io.chihiro.ocr.photo.UnusablePhotoException;
import java.io.IOException;

/// A page's picture, which takes so much memory that it is only held while somebody looks at it.
public interface PageImage {
  /// What is done with the picture; it must not be kept.
  interface Look<T> {
    T at(Picture picture) throws InterruptedException;
  }

  /// Looks at the picture, opening it if need be.
  <T> T look(Look<T> look) throws IOException, UnusablePhotoException, InterruptedException;

  /// Gives the memory back; the next look opens the picture again.
  void letGo();
}
