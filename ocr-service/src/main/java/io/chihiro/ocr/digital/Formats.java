package io.chihiro.ocr.digital;

import io.chihiro.door.Hyphenated;
import java.util.Arrays;
import java.util.Optional;

/// Every format there is, in the order in which they are asked.
enum Formats {
  DAY_ONE,
  JOURNIV,
  LINES,
  EXPORT,
  TABLE,
  DIARY,
  /// Never recognised by itself: what is left in an archive of notes.
  NOTES;

  JournalFormat format() {
    return switch (this) {
      case DAY_ONE -> new DayOne();
      case JOURNIV -> new Journiv();
      case LINES -> new JsonLines();
      case EXPORT -> new ExportedDay();
      case TABLE -> new Table();
      case DIARY -> new Diary();
      case NOTES -> new Note();
    };
  }

  /// As pages and people call it.
  String title() {
    return switch (this) {
      case LINES, TABLE, DIARY -> "text";
      case DAY_ONE, JOURNIV, EXPORT, NOTES -> Hyphenated.of(this);
    };
  }

  static Optional<Formats> of(Head head, RowRules rules) {
    return Arrays.stream(values())
        .filter(each -> each.format().recognises(head, rules))
        .findFirst();
  }
}
