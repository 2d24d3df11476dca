package io.chihiro.models.tastes.text;

import io.chihiro.models.tastes.Item;
import java.io.IOException;
import java.util.Optional;

/// Says in 25 words or so what a song means.
@FunctionalInterface
public interface Summaries {
  /// A song's summary; empty if there is none to be had.
  ///
  /// @throws IOException if whoever knows it cannot be asked
  Optional<String> of(Item item) throws IOException, InterruptedException;

  /// Nobody is asked, and there is none.
  static Summaries none() {
    return _ -> Optional.empty();
  }
}
