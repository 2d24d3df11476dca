package io.chihiro.models;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Cuts a day's text into what the encoder can read and what the evidence can quote.
public final class PassageSplitter {
  /// Tokens that neighbouring windows share, so that no thought is cut in two: a quarter.
  static final int OVERLAP_TOKENS = 64;

  /// The encoder adds a mark at either end.
  private static final int MARKS = 2;

  /// A sentence shorter than this says too little alone and is joined to the one before it.
  static final int SHORTEST_SENTENCE_CHARACTERS = 40;

  /// A "sentence" longer than this is cut: some people never write a full stop.
  static final int LONGEST_SENTENCE_CHARACTERS = 300;

  /// Characters from `start` up to, not including, `end`.
  public record Span(int start, int end) {
    /// The characters themselves.
    public String of(String text) {
      return text.substring(start, end);
    }
  }

  private PassageSplitter() {}

  /// Windows of at most `windowTokens` tokens that overlap by a quarter and cover every token.
  ///
  /// @param tokens where each token lies, in order
  public static List<Span> windows(List<Span> tokens, int windowTokens) {
    List<Span> windows = new ArrayList<>();
    int step = windowTokens - OVERLAP_TOKENS;
    for (int first = 0; first < tokens.size(); first += step) {
      int last = Math.min(first + windowTokens, tokens.size()) - 1;
      windows.add(new Span(tokens.get(first).start(), tokens.get(last).end()));
      if (last == tokens.size() - 1) {
        break;
      }
    }
    return windows;
  }

  /// The windows of a text that an encoder reads one by one. A text of signs that the encoder does
  /// not know has no tokens, and is one window all the same.
  public static List<Span> windowsOf(String text, TextEncoder encoder) {
    List<Span> tokens = encoder.tokens(text);
    return tokens.isEmpty()
        ? List.of(new Span(0, text.length()))
        : windows(tokens, encoder.window() - MARKS);
  }

  /// Every passage of a text that is compared when songs are found: what an encoder reads at once,
  /// then each sentence.
  public static List<String> passages(String text, TextEncoder encoder) {
    return Stream.concat(windowsOf(text, encoder).stream(), sentences(text).stream())
        .map(span -> span.of(text))
        .toList();
  }

  /// Sentences in the sense of Unicode (UAX 29), short ones joined to their predecessor, overlong
  /// ones cut at a space, surrounding white space left out.
  public static List<Span> sentences(String text) {
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
    breaks.setText(text);
    List<Span> sentences = new ArrayList<>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      addCut(sentences, text, start, end);
      start = end;
    }
    return sentences;
  }

  private static void addCut(List<Span> sentences, String text, int start, int end) {
    int from = start;
    while (end - from > LONGEST_SENTENCE_CHARACTERS) {
      int space = text.lastIndexOf(' ', from + LONGEST_SENTENCE_CHARACTERS);
      int cut = space > from ? space : from + LONGEST_SENTENCE_CHARACTERS;
      addTrimmed(sentences, text, from, cut);
      from = cut;
    }
    addTrimmed(sentences, text, from, end);
  }

  private static void addTrimmed(List<Span> sentences, String text, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    if (from < to) {
      join(sentences, new Span(from, to));
    }
  }

  private static void join(List<Span> sentences, Span next) {
    if (!sentences.isEmpty()) {
      Span before = sentences.getLast();
      boolean oneIsShort =
          Math.min(before.end() - before.start(), next.end() - next.start())
              < SHORTEST_SENTENCE_CHARACTERS;
      if (oneIsShort && next.end() - before.start() <= LONGEST_SENTENCE_CHARACTERS) {
        sentences.set(sentences.size() - 1, new Span(before.start(), next.end()));
        return;
      }
    }
    sentences.add(next);
  }
}
