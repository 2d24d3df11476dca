package io.chihiro.ocr.engine;

/// What a recogniser read in one box.
///
/// @param confidence the mean over its characters, 0 to 1
record LineText(String text, double confidence) {}
