package io.chihiro.ocr.engine;

/// What a server says that one answer took.
///
/// @param inputTokens question and picture
/// @param outputTokens the answer
record Usage(long inputTokens, long outputTokens) {
  /// Of an engine that counts pages.
  static final Usage ONE_PAGE = new Usage(0, 0);

  Usage {
    if (inputTokens < 0 || outputTokens < 0) {
      throw new IllegalArgumentException("tokens must not be negative");
    }
  }
}
