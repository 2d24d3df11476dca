package io.chihiro.ocr.engine;

import io.chihiro.ocr.photo.Picture;

/// Reads the text on one page.
public interface OcrEngine {
  /// The name it has in the chain, in the page's record and in metrics.
  String name();

  /// Reads a page. Whatever goes wrong with this page or this engine is a value, not an exception.
  Reading read(Picture page) throws InterruptedException;
}
