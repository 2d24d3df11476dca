package io.chihiro.ocr.engine;

import io.chihiro.ocr.photo.Picture;

/// An engine that is asked over a line, be it to a server on this machine.
interface RemoteEngine extends OcrEngine {
  /// What its readings depend on besides the photo: its model and the version of what it is asked.
  String version();

  /// Whether a page leaves this machine.
  boolean sends();

  /// Asks once.
  ///
  /// @param jpeg the page as it is sent
  Answer ask(byte[] jpeg) throws InterruptedException;

  @Override
  default Reading read(Picture page) throws InterruptedException {
    return ask(SentPage.jpeg(page.image())).reading();
  }
}
