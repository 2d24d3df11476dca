package io.chihiro.ocr.digital;

/// Where rows go.
public interface Rows {
  /// Takes one in.
  void take(Row row);

  /// Is told of one that is no entry.
  ///
  /// @param reason a few words, the same for all rows of a kind
  /// @param where for messages; never any text
  void leaveOut(String reason, String where);
}
