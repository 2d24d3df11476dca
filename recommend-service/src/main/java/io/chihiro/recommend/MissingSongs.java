package io.chihiro.recommend;

import io.chihiro.recommend.Searching.Searched;
import io.chihiro.recommend.catalogue.SongCatalogue;
import java.util.Optional;

/// Says honestly what a search could not look at.
final class MissingSongs {
  private MissingSongs() {}

  /// Empty if it looked at everything.
  ///
  /// @param compared how many songs or lines could be compared
  /// @param byLine whether lines were looked for
  static Optional<String> sentence(Searched searched, long compared, boolean byLine) {
    if (searched.view().isEmpty()) {
      return Optional.of(
          "No song of yours is here yet. Bring your plays, or a catalogue of songs.");
    }
    if (compared == 0) {
      return Optional.of(
          byLine
              ? "No line can be searched: the lyrics of your songs are not here, or not read yet."
              : "Your songs are still being read; ask again in a moment.");
    }
    return tooMany(searched.catalogue(), byLine);
  }

  private static Optional<String> tooMany(SongCatalogue catalogue, boolean byLine) {
    if (catalogue.songsLeftOut() > 0) {
      return Optional.of(
          "%,d songs are searched; %,d more fit neither into memory nor, it seems, onto the disk."
              .formatted(catalogue.view().size(), catalogue.songsLeftOut()));
    }
    if (byLine && catalogue.linesLeftOut() > 0) {
      return Optional.of(
          "%,d lines are searched; %,d more fit neither into memory nor, it seems, onto the disk."
              .formatted(catalogue.lineCount(), catalogue.linesLeftOut()));
    }
    return Optional.empty();
  }
}
