package io.chihiro.bench;

import io.chihiro.models.TextEncoder;
import io.chihiro.sample.DiaryDay;
import io.chihiro.sample.GoldenMoods;
import io.chihiro.sample.SampleLife;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// As many texts as wanted, recombined from the sample life's; the same seed gives the same.
final class GeneratedTexts {
  private static final int SHORTEST_SENTENCE_CHARACTERS = 40;
  private static final int FEWEST_SENTENCES = 4;
  private static final int MORE_SENTENCES = 5;

  // The encoder adds a mark at either end.
  private static final int MARKS = 2;

  private final Random random;
  private final List<String> sentences;
  private final List<String> words;
  private final List<String> moods;

  GeneratedTexts(long seed) {
    random = new Random(seed);
    sentences =
        SampleLife.fixed().days().stream()
            .map(DiaryDay::text)
            .flatMap(GeneratedTexts::sentences)
            .distinct()
            .toList();
    words = sentences.stream().flatMap(GeneratedTexts::words).distinct().toList();
    moods = GoldenMoods.all().stream().map(mood -> mood.text()).toList();
  }

  /// A page of a diary: some sentences in a row.
  String page() {
    int count = FEWEST_SENTENCES + random.nextInt(MORE_SENTENCES);
    return Stream.generate(() -> any(sentences)).limit(count).collect(Collectors.joining(" "));
  }

  /// A mood that nobody asked before: the first half of one and the second half of another.
  String mood() {
    List<String> one = words(any(moods)).toList();
    List<String> other = words(any(moods)).toList();
    return Stream.concat(
            one.stream().limit(random.nextInt(2, one.size())),
            other.stream().skip(random.nextInt(1, other.size() - 1)))
        .collect(Collectors.joining(" "));
  }

  /// A text that the encoder reads as exactly so many tokens.
  String ofTokens(int tokens, TextEncoder encoder) {
    String text = "";
    int length = 0;
    while (length < tokens - MARKS) {
      String longer = text + " " + any(words);
      int longerLength = encoder.tokens(longer).size();
      if (longerLength <= tokens - MARKS) {
        text = longer;
        length = longerLength;
      }
    }
    return text.strip();
  }

  private String any(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }

  // Shorter ones would be joined to their neighbours, and nearly every passage be a new one.
  private static Stream<String> sentences(String text) {
    return Arrays.stream(text.split("(?<=[.!?]) ", -1))
        .filter(sentence -> sentence.length() >= SHORTEST_SENTENCE_CHARACTERS);
  }

  private static Stream<String> words(String text) {
    return Arrays.stream(text.split(" ", -1));
  }
}
