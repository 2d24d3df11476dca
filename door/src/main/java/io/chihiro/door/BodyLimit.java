package io.chihiro.door;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;

/// How long a JSON body may be. A bean of its own, because interceptors are made before settings
/// are read.
@ApplicationScoped
public class BodyLimit {
  private final DoorSettings settings;

  public BodyLimit(DoorSettings settings) {
    this.settings = settings;
  }

  /// The body, of which no more than that is read.
  InputStream bounded(InputStream body) {
    return new BoundedStream(body, settings.jsonBytes());
  }
}
