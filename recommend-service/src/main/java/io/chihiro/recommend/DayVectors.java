package io.chihiro.recommend;

import io.chihiro.events.Moment;
import io.chihiro.events.TextEmbedded;
import io.chihiro.events.TextEmbedded.Grain;
import io.chihiro.events.TextHash;

/// The vectors of one day's text.
///
/// @param textHash of the text they were made from
/// @param windows passages as long as the encoder reads, at least one
/// @param sentences passages that can be quoted; may be empty
record DayVectors(String textHash, Passages windows, Passages sentences) {
  static DayVectors of(TextEmbedded embedded) {
    return new DayVectors(
        embedded.textHash(),
        Passages.of(embedded, Grain.DAY),
        Passages.of(embedded, Grain.SENTENCE));
  }

  boolean belongTo(Moment moment) {
    return textHash.equals(TextHash.of(moment.text()));
  }
}
