package io.chihiro.recommend;

import io.chihiro.recommend.Searching.Searched;
import io.chihiro.recommend.catalogue.SongCatalogue;
import io.chihiro.recommend.catalogue.SongView;
import java.util.Optional;

/// Says honestly what a search could not look at.
final class MissingSongs {
  /// What was looked at.
  enum Looked {
    /// Titles and whole lyrics.
    SONGS,
    /// Lines of lyrics.
    LINES,
    /// Lines and titles, with a picture.
    PICTURES
  }

  private MissingSongs() {}

  /// Empty if it looked at everything.
  ///
  /// @param met songs that pass the filters
  /// @param compared how many songs or lines could be compared
  static Optional<String> sentence(Searched searched, SongView met, long compared, Looked looked) {
    if (searched.view().isEmpty()) {
      return Optional.of(
          "No song of yours is here yet. Bring your plays, or a catalogue of songs.");
    }
    if (met.isEmpty()) {
      return Optional.of("No song of yours passes these filters.");
    }
    if (compared == 0) {
      return Optional.of(nothing(looked));
    }
    return tooMany(searched.catalogue(), looked);
  }

  private static String nothing(Looked looked) {
    return switch (looked) {
      case SONGS -> "Your songs are still being read; ask again in a moment.";
      case LINES ->
          "No line can be searched: the lyrics of your songs are not here, or not read yet.";
      case PICTURES ->
          "Your songs are not read for pictures yet; that comes after everything else.";
    };
  }

  private static Optional<String> tooMany(SongCatalogue catalogue, Looked looked) {
    if (catalogue.songsLeftOut() > 0) {
      return Optional.of(
          "%,d songs are searched; %,d more fit neither into memory nor, it seems, onto the disk."
              .formatted(catalogue.view().size(), catalogue.songsLeftOut()));
    }
    int lines = linesLeftOut(catalogue, looked);
    return lines == 0
        ? Optional.empty()
        : Optional.of(
            "%,d lines are searched; %,d more fit neither into memory nor, it seems, onto the disk."
                .formatted(lines(catalogue, looked), lines));
  }

  private static long lines(SongCatalogue catalogue, Looked looked) {
    return looked == Looked.PICTURES ? catalogue.picturedLineCount() : catalogue.lineCount();
  }

  private static int linesLeftOut(SongCatalogue catalogue, Looked looked) {
    return switch (looked) {
      case SONGS -> 0;
      case LINES -> catalogue.linesLeftOut();
      case PICTURES -> catalogue.picturedLinesLeftOut();
    };
  }
}
