package io.chihiro.ocr;

import io.chihiro.ocr.photo.PhotoFormat;

/// What a file turns out to be, whatever its name.
sealed interface FileContent {
  /// A photo or scan, to be read by an engine.
  record Photo(PhotoFormat format) implements FileContent {}

  /// A scan of many pages in one file.
  record Scan(int pages) implements FileContent {}

  /// One day's text.
  record Note(TextNote note) implements FileContent {}

  /// A journal with many entries; it can be read to its end.
  ///
  /// @param format the program that wrote it, or `text`
  record Digital(String format) implements FileContent {}

  /// Nothing that can be taken in.
  ///
  /// @param problem a sentence that names the file
  record Unusable(String problem) implements FileContent {}
}
