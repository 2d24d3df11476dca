package io.chihiro.local;

/// What a file turned out to be, going by its content.
sealed interface Recognised {
  /// What was played, zipped or loose; whose format it is, ingest-service finds out.
  record Export() implements Recognised {}

  /// A photographed page.
  ///
  /// @param format as people call it, such as `JPEG`
  record Photo(String format) implements Recognised {}

  /// A journal that is text already.
  record TextJournal() implements Recognised {}

  /// A journal that another program wrote, with many entries in one file.
  ///
  /// @param program as people call it, such as `Day One`
  record DigitalJournal(String program) implements Recognised {}

  /// A catalogue of songs: a table or JSON lines, zipped or loose.
  record Catalogue() implements Recognised {}

  /// Everything of a user, as this project writes it out: both a history and a journal.
  ///
  /// @param songs whether there is a catalogue of songs in it
  record WholeExport(boolean songs) implements Recognised {}

  /// Something else.
  ///
  /// @param why a phrase that goes on after the file's name
  record Unknown(String why) implements Recognised {}
}
