package io.chihiro.ocr;

import io.chihiro.ocr.bucket.Bucket;
import io.chihiro.ocr.bucket.FileSight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/// Takes in what has come into the bucket, and remembers what that came to. Thread-safe.
final class Arrivals {
  private static final Logger LOG = Logger.getLogger(Arrivals.class);

  private final Bucket bucket;
  private final Intake intake;
  private final SeenFiles seen;
  private final InstantSource clock;

  Arrivals(Bucket bucket, Intake intake, SeenFiles seen, InstantSource clock) {
    this.bucket = bucket;
    this.intake = intake;
    this.seen = seen;
    this.clock = clock;
  }

  /// Takes in a file that is whole; one that cannot be read just now is offered again later.
  void take(FileSight file) {
    try {
      var _ = intake.take(PlaceOwner.of(file.place()), file.place());
      seen.taken(file, clock.instant());
    } catch (IOException | UncheckedIOException e) {
      LOG.warnf("cannot read %s: %s", file.place(), e.getClass().getSimpleName());
      seen.troubled(file, clock.instant());
    }
  }

  /// Takes in a file that somebody says has come.
  void announced(String place) {
    try {
      take(bucket.sight(place));
    } catch (IOException e) {
      // Gone again, or not to be reached: the next look at the bucket tells.
      LOG.debugf("%s was announced and cannot be looked at", place);
    }
  }
}
