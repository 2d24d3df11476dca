package io.chihiro.ocr.engine;

import io.chihiro.events.PageScanned.Attempt;
import java.util.List;
import java.util.Optional;

/// What the chain made of a page.
///
/// @param reading the text, or why the last engine has none
/// @param attempts every engine that was asked, in order, and what it said
public record ChainReading(Reading reading, List<Attempt> attempts) {
  public ChainReading {
    attempts = List.copyOf(attempts);
  }

  /// The engine that read the page, if one did.
  public Optional<String> engine() {
    return reading instanceof Reading.Text
        ? Optional.of(attempts.getLast().engine())
        : Optional.empty();
  }
}
