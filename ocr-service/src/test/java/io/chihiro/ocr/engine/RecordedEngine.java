package io.chihiro.ocr.engine;

import io.chihiro.ocr.photo.Picture;

/// An engine that always gives the same reading and counts how often it was asked.
final class RecordedEngine implements OcrEngine {
  private final String name;
  private final Reading reading;
  private int asked;

  RecordedEngine(String name, Reading reading) {
    this.name = name;
    this.reading = reading;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Reading read(Picture page) {
    asked++;
    return reading;
  }

  int asked() {
    return asked;
  }
}
