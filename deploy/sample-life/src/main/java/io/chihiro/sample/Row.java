package io.chihiro.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/// One row of an export, with what should become of it.
///
/// @param end where the row stands in the file's order
/// @param fate what an honest importer does with it
/// @param play the song heard, if it was one
/// @param json the row as written
record Row(Instant end, Fate fate, Optional<Play> play, JsonNode json) {
  static Row played(Play play, JsonNode json) {
    Fate fate = play.incognito() ? Fate.PRIVATE_SESSION : Fate.STORED;
    return new Row(play.end(), fate, Optional.of(play), json);
  }

  static Row dropped(Instant end, Fate fate, JsonNode json) {
    return new Row(end, fate, Optional.empty(), json);
  }

  Row repeated() {
    return new Row(end, Fate.DUPLICATE, Optional.empty(), json);
  }
}
