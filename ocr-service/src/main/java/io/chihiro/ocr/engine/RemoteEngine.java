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

  /// Asks once on which day a text was written; the answer is a text of one date, or none.
  ///
  /// @param text as the engine read it
  default Answer askDay(String text) throws InterruptedException {
    return new Answer.Broken(new Reading.NotAsked("It cannot be asked for a day."));
  }

  /// What an answer about a day depends on besides the photo.
  default String dayVersion() {
    return version() + ", day";
  }

  @Override
  default Reading read(Picture page) throws InterruptedException {
    return ask(SentPage.jpeg(page.image())).reading();
  }
}
