package io.chihiro.ocr;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Words that are forgotten when the service ends. Thread-safe.
final class InMemoryVocabulary implements VocabularyWords {
  private final Map<String, List<String>> words = new ConcurrentHashMap<>();

  @Override
  public List<String> of(String user) {
    return words.getOrDefault(user, List.of());
  }

  @Override
  public void add(String user, String word) {
    words.merge(
        user,
        List.of(word),
        (old, one) -> Stream.concat(old.stream(), one.stream()).distinct().toList());
  }
}
