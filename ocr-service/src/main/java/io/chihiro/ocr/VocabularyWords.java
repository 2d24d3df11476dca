package io.chihiro.ocr;

import java.util.List;

/// The names and pet words of a user that engines are told.
interface VocabularyWords {
  List<String> of(String user);

  /// Adds a word; one that is there already changes nothing.
  void add(String user, String word);
}
