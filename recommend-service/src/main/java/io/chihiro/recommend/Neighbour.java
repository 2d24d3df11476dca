package io.chihiro.recommend;

import java.net.URI;

/// A service behind this front door.
enum Neighbour {
  OCR("ocr-service"),
  INGEST("ingest-service"),
  EMBEDDING("embedding-service"),
  TRAINING("training-service");

  private final String title;

  Neighbour(String title) {
    this.title = title;
  }

  /// As people know it.
  String title() {
    return title;
  }

  /// Where it is.
  URI url(RecommendSettings settings) {
    return switch (this) {
      case OCR -> settings.ocr().url();
      case INGEST -> settings.ingest().url();
      case EMBEDDING -> settings.embedding().url();
      case TRAINING -> settings.training().url();
    };
  }
}
