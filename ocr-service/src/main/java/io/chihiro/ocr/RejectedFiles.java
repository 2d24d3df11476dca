package io.chihiro.ocr;

import io.chihiro.events.PageScanned;
import io.chihiro.events.PageScanned.State;
import io.chihiro.events.Rejected;
import io.chihiro.ocr.bucket.Bucket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.time.InstantSource;
import java.util.Optional;

/// Looks once more at files that could not be taken in: whatever was wrong may have been mended.
final class RejectedFiles {
  private final Journal journal;
  private final Bucket bucket;
  private final Intake intake;
  private final SeenFiles seen;
  private final InstantSource clock;

  RejectedFiles(
      Journal journal, Bucket bucket, Intake intake, SeenFiles seen, InstantSource clock) {
    this.journal = journal;
    this.bucket = bucket;
    this.intake = intake;
    this.seen = seen;
    this.clock = clock;
  }

  /// Takes in the file as if it had come just now; one that fails again is rejected again.
  ///
  /// @return why that cannot be, as a sentence
  Optional<String> again(String user, Rejected rejected) {
    Optional<PageScanned> page = journal.pageAt(user, rejected.key());
    if (page.filter(known -> known.state() != State.FAILED).isPresent()) {
      // Read, or on its way: whoever asks twice gets what they want.
      return Optional.empty();
    }
    String file = page.map(Pages::file).orElseGet(() -> Pages.file(rejected.key()));
    try {
      var sight = bucket.sight(file);
      var _ = intake.takeAgain(user, file, page);
      seen.taken(sight, clock.instant());
      return Optional.empty();
    } catch (NoSuchFileException | InvalidPathException _) {
      return Optional.of("The file lies there no more; put this away.");
    } catch (IOException | UncheckedIOException _) {
      return Optional.of("The file cannot be looked into just now; try again.");
    }
  }

  /// What was sent and refused was not kept.
  static Optional<String> notKept(String user, Rejected rejected) {
    return Optional.of("What was sent was not kept; send it once more, and put this away.");
  }
}
