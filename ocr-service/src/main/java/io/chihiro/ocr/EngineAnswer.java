package io.chihiro.ocr;

import io.chihiro.events.PageScanned.Attempt;
import io.chihiro.ocr.engine.OcrEngine;
import io.chihiro.ocr.engine.Reading;
import io.chihiro.ocr.photo.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a chain of engines made of a page.
///
/// @param attempts everyone who was asked, in order
/// @param text what the last of them read; empty if nobody could
record EngineAnswer(List<Attempt> attempts, Optional<Reading.Text> text) {
  /// Asks one engine after another until one has read the page.
  static EngineAnswer of(List<OcrEngine> chain, Picture picture) throws InterruptedException {
    List<Attempt> attempts = new ArrayList<>();
    for (OcrEngine engine : chain) {
      Reading reading = engine.read(picture);
      attempts.add(attempt(engine.name(), reading));
      if (reading instanceof Reading.Text text) {
        return new EngineAnswer(attempts, Optional.of(text));
      }
    }
    return new EngineAnswer(attempts, Optional.empty());
  }

  /// Who read it.
  String engine() {
    return attempts.getLast().engine();
  }

  /// A sentence for the owner when nobody could read it.
  String problem(String name) {
    List<String> reasons =
        attempts.stream()
            .map(attempt -> attempt.engine() + ": " + attempt.reason().orElse(attempt.outcome()))
            .toList();
    return name + " could not be read. " + String.join("; ", reasons);
  }

  private static Attempt attempt(String engine, Reading reading) {
    return switch (reading) {
      case Reading.Text _ -> new Attempt(engine, "read", Optional.empty());
      case Reading.Refused(var why) -> new Attempt(engine, "refused", Optional.of(why));
      case Reading.TimedOut(var why) -> new Attempt(engine, "timed out", Optional.of(why));
      case Reading.Failed(var why) -> new Attempt(engine, "failed", Optional.of(why));
    };
  }
}
