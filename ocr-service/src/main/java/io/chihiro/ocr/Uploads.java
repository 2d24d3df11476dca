package io.chihiro.ocr;

import io.chihiro.events.Rejected;
import io.chihiro.ocr.FileContent.Digital;
import io.chihiro.ocr.FileContent.Note;
import io.chihiro.ocr.FileContent.Photo;
import io.chihiro.ocr.FileContent.Scan;
import io.chihiro.ocr.FileContent.Unusable;
import io.chihiro.ocr.Intake.Taken;
import io.chihiro.ocr.bucket.Bucket;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/// Moves files that a client sent into the bucket and takes them in at once: they are whole
/// already. Thread-safe.
final class Uploads {
  /// What became of one file.
  sealed interface Outcome {
    /// It is a page now.
    record Accepted(String name, Taken taken) implements Outcome {}

    /// It cannot be taken in and was not kept.
    record Refused(String name, String problem) implements Outcome {}
  }

  private final Journal journal;
  private final Bucket bucket;
  private final FileExamination examination;
  private final Intake intake;
  private final SeenFiles seen;
  private final OcrMetrics metrics;
  private final InstantSource clock;

  Uploads(
      Journal journal,
      Bucket bucket,
      FileExamination examination,
      Intake intake,
      SeenFiles seen,
      OcrMetrics metrics,
      InstantSource clock) {
    this.journal = journal;
    this.bucket = bucket;
    this.examination = examination;
    this.intake = intake;
    this.seen = seen;
    this.metrics = metrics;
    this.clock = clock;
  }

  /// Takes one file.
  ///
  /// @param sent where it lies for the moment
  /// @param givenName whatever the client called it
  Outcome take(String user, Path sent, String givenName) throws IOException {
    String name = SafeName.of(givenName);
    FileContent content = examination.of(sent, name);
    return switch (content) {
      case Unusable(var problem) -> refused(user, name, problem);
      case Photo _, Scan _, Digital _, Note _ -> accepted(user, sent, name, content);
    };
  }

  private Outcome refused(String user, String name, String problem) {
    journal.reject(user, new Rejected("upload", name, problem, ""));
    metrics.uploadRejected();
    return new Outcome.Refused(name, problem);
  }

  private Outcome accepted(String user, Path sent, String name, FileContent content)
      throws IOException {
    Optional<Taken> before = intake.takenBefore(user, sent, name, content);
    if (before.isPresent()) {
      return new Outcome.Accepted(name, before.get());
    }
    intake.welcomeBack(user, sent, name, content);
    String place = place(user, sent, name, content);
    if (content instanceof Note || content instanceof Digital) {
      bucket.hideIn(user, sent, place);
    } else {
      bucket.moveIn(sent, place);
    }
    Taken taken = intake.take(user, place, content);
    seen.taken(bucket.sight(place), clock.instant());
    return new Outcome.Accepted(name, taken);
  }

  /// A day's text whose name is its day replaces the version sent before; everything else carries
  /// its SHA-256 in front, so that two files of one name never meet.
  private String place(String user, Path sent, String name, FileContent content)
      throws IOException {
    boolean namedAfterItsDay = content instanceof Note(var note) && note.isNamedAfterItsDay();
    return PlaceOwner.folder(user)
        + Pages.SENT
        + (namedAfterItsDay ? name : Digests.of(sent) + "-" + name);
  }
}
