package io.chihiro.recommend;

import java.net.URI;
import java.util.List;

/// A service behind this front door.
enum Neighbour {
  OCR("ocr-service"),
  INGEST("ingest-service"),
  EMBEDDING("embedding-service"),
  TRAINING("training-service");

  /// Where every service is asked to forget.
  static final String ERASURES = "/api/v1/erasures";

  private final String title;

  Neighbour(String title) {
    this.title = title;
  }

  /// As people know it.
  String title() {
    return title;
  }

  /// What it is asked to forget, in this order.
  List<String> erasures() {
    return switch (this) {
      case INGEST -> List.of(ERASURES + "/files", ERASURES);
      case OCR, EMBEDDING, TRAINING -> List.of(ERASURES);
    };
  }

  /// The addresses at which a copy of it may be.
  List<URI> copies(RecommendSettings settings) {
    return switch (this) {
      case OCR -> settings.ocr().url();
      case INGEST -> settings.ingest().url();
      case EMBEDDING -> settings.embedding().url();
      case TRAINING -> settings.training().url();
    };
  }
}
