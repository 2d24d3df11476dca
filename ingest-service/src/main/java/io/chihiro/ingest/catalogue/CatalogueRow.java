package io.chihiro.ingest.catalogue;

import io.chihiro.events.Song;

/// What one row of a catalogue says, and where it stands.
public sealed interface CatalogueRow {
  /// Where it stands.
  Place place();

  /// A song, or more of a song.
  record Told(Place place, ToldSong song) implements CatalogueRow {}

  /// Words of a song, and what somebody says they mean.
  ///
  /// @param lyric the words, on one line
  /// @param text the explanation, on one line
  record Annotated(Place place, Song spelled, String lyric, String text) implements CatalogueRow {
    /// Never the words.
    @Override
    public String toString() {
      return "Annotated " + place;
    }
  }

  /// A song, and whether it is right for somebody.
  ///
  /// @param persona what is looked for, on one line
  record ForPersona(Place place, String persona, Song spelled, boolean relevant)
      implements CatalogueRow {
    /// Never the words.
    @Override
    public String toString() {
      return "ForPersona " + place;
    }
  }

  /// Nothing to keep, and why.
  record Dropped(Place place, Reason reason) implements CatalogueRow {}

  /// Where a row stands.
  ///
  /// @param file as its owner called it
  /// @param row counted from 1, without the headings
  /// @param line on which it begins, counted from 1
  record Place(String file, long row, long line) {}

  /// Why a row is not kept; the account shows these words.
  enum Reason {
    NO_TITLE("no title or artist"),
    TITLE_TOO_LONG("a title or artist beyond 500 characters"),
    BROKEN_QUOTE("a quote that is not closed"),
    ROW_TOO_LONG("longer than a million characters"),
    WRONG_CELLS("not as many cells as headings"),
    NOT_UTF8("not UTF-8"),
    NOT_JSON("not a line of JSON"),
    ID_OF_ANOTHER("the id of another song"),
    UNKNOWN_ID("an id that no song has"),
    NO_WORDS("no lyric or no annotation"),
    NO_PERSONA("no persona"),
    NOT_YES_OR_NO("relevant is neither yes nor no"),
    WORDS_TOO_LONG("a text beyond 5,000 characters"),
    DUPLICATE("duplicate"),
    KNOWN_ALREADY("known already");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    /// As shown to a person.
    public String words() {
      return words;
    }
  }
}
