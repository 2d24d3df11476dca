package io.chihiro.ocr;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/// Ids that come out the same however often a thing is taken in.
final class EntryIds {
  private static final int HEX_DIGITS = 32;
  private static final char PIECE = '.';

  private EntryIds() {}

  /// Of an entry on a photo.
  ///
  /// @param page the photo's SHA-256
  /// @param number 1 for the first on its page
  static String ofPage(String page, int number) {
    String first = "page-" + page.substring(0, HEX_DIGITS);
    return number == 1 ? first : String.format(Locale.ROOT, "%s-%02d", first, number);
  }

  /// Of a piece that the owner split off an entry.
  ///
  /// @param number 2 for the first piece after the one that keeps the entry's id
  static String ofPiece(String entry, int number) {
    return entry + PIECE + number;
  }

  /// Whether an id is that of an entry as a reading divided its page, and not of a piece that the
  /// owner split off.
  static boolean isPartOfPage(String entry) {
    return entry.startsWith("page-") && entry.indexOf(PIECE) < 0;
  }

  /// Of a text file, so that editing the file replaces the entry.
  ///
  /// @param place its path in the bucket
  static String ofFile(String place) {
    return "file-" + Digests.of(place).substring(0, HEX_DIGITS);
  }

  /// Whether an id is that of a text file.
  static boolean isOfFile(String entry) {
    return entry.startsWith("file-");
  }

  /// Of a row that its program knows by a key of its own.
  static String ofRow(String key) {
    return "row-" + Digests.of(key).substring(0, HEX_DIGITS);
  }

  /// Of a text that stands for itself, so that sending it twice is one entry.
  ///
  /// @param twin 0, or how many times the very same text came before in one file
  static String ofText(Optional<LocalDate> date, String text, int twin) {
    String day = date.map(LocalDate::toString).orElse("");
    return "text-" + Digests.of(day, text, String.valueOf(twin)).substring(0, HEX_DIGITS);
  }
}
