package io.chihiro.ocr;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Remembers what was found out about texts: a notebook is dated again with every step of its
/// owner, and hardly any of its pages have changed. Thread-safe.
final class FoundDates {
  private static final int MOST = 20_000;

  private record Question(String text, DateHints hints) {}

  private final Map<Question, DateFinding> found = new ConcurrentHashMap<>();

  /// Forgets all texts.
  void clear() {
    found.clear();
  }

  /// The same as [EntryDate#find].
  DateFinding find(String text, DateHints hints) {
    if (found.size() > MOST) {
      found.clear();
    }
    return found.computeIfAbsent(
        new Question(text, hints), asked -> EntryDate.find(asked.text(), asked.hints()));
  }
}
