package io.chihiro.ingest.catalogue;

import io.chihiro.ingest.lyrics.LyricsGate;
import io.chihiro.ingest.lyrics.LyricsText;

/// The words in a cell: cleaned and kept, or left out. Pure.
public sealed interface CatalogueLyrics {
  /// Words that pass.
  record Kept(String text) implements CatalogueLyrics {
    /// Never the words.
    @Override
    public String toString() {
      return "Kept";
    }
  }

  /// Words that do not.
  ///
  /// @param why as an account shows it
  record LeftOut(String why) implements CatalogueLyrics {}

  /// Judges a cell.
  static CatalogueLyrics of(String cell) {
    if (cell.indexOf(CatalogueReading.NO_CHARACTER) >= 0) {
      return new LeftOut(CatalogueRow.Reason.NOT_UTF8.words());
    }
    String text = LyricsText.ofCatalogue(cell);
    // What stands in brackets is not sung, but may say that nothing is.
    return LyricsGate.flaw(cell)
        .filter(flaw -> flaw == LyricsGate.Flaw.NO_WORDS)
        .or(() -> LyricsGate.flaw(text))
        .<CatalogueLyrics>map(flaw -> new LeftOut(flaw.words()))
        .orElseGet(() -> new Kept(text));
  }
}
