package io.chihiro.ocr.engine;

import io.chihiro.ocr.photo.Picture;
import java.awt.image.BufferedImage;
import java.util.Optional;

/// A small blank page that is always there and counts how often it was let go.
final class InMemoryImage implements PageImage {
  private int letGo;

  @Override
  public <T> T look(Look<T> look) throws InterruptedException {
    var image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    return look.at(new Picture(image, Optional.empty(), Optional.empty()));
  }

  @Override
  public void letGo() {
    letGo++;
  }

  int letGoes() {
    return letGo;
  }
}
