package io.chihiro.metrics;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// Who measures.
public enum Service {
  OCR,
  INGEST,
  EMBEDDING,
  TRAINING,
  RECOMMEND;

  /// As it is called everywhere: `ocr-service`.
  public String title() {
    return name().toLowerCase(Locale.ROOT) + "-service";
  }

  static Set<Service> by(Service first, Service... others) {
    return Collections.unmodifiableSet(EnumSet.of(first, others));
  }

  static Set<Service> byEach() {
    return Collections.unmodifiableSet(EnumSet.allOf(Service.class));
  }
}
