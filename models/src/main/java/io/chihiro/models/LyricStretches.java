package io.chihiro.models;

import io.chihiro.models.PassageSplitter.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which stretches of a song's lyrics get a vector: windows as long as the encoder reads, whose
/// mean stands for the whole, and the lines that are worth looking for. Pure.
public final class LyricStretches {
  /// What lies beyond as many windows, some ten pages, is no song any more.
  static final int MOST_WINDOWS = 16;

  /// Long epics have some two hundred.
  static final int MOST_LINES = 400;

  private static final int FEWEST_WORDS = 2;

  /// The encoder adds a mark at either end.
  private static final int MARKS = 2;

  /// Words are parted by spaces, but for scripts in which a sign is a word or a part of one.
  private static final Pattern WORD =
      Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]|[\\p{L}\\p{N}'’]+");

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private LyricStretches() {}

  /// Windows of equal length, as few as will do, that do not overlap: in a mean every word counts
  /// once. A text of signs that the encoder does not know is one window.
  public static List<Span> windows(String text, TextEncoder encoder) {
    List<Span> tokens = encoder.tokens(text);
    int most = encoder.window() - MARKS;
    int read = Math.min(tokens.size(), MOST_WINDOWS * most);
    if (read == 0) {
      return List.of(new Span(0, text.length()));
    }
    int count = Math.ceilDiv(read, most);
    List<Span> windows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int first = read * i / count;
      int last = read * (i + 1) / count - 1;
      windows.add(new Span(tokens.get(first).start(), tokens.get(last).end()));
    }
    return windows;
  }

  /// Lines of at least two words, each once, however often and in whatever case it is sung.
  public static List<Span> lines(String text) {
    List<Span> lines = new ArrayList<>();
    Set<String> sung = new HashSet<>();
    for (int start = 0; start < text.length() && lines.size() < MOST_LINES; ) {
      int end = endOfLine(text, start);
      Span line = stripped(text, start, end);
      if (hasWords(line.of(text)) && sung.add(folded(line.of(text)))) {
        lines.add(line);
      }
      start = end + 1;
    }
    return lines;
  }

  private static int endOfLine(String text, int start) {
    int end = text.indexOf('\n', start);
    return end < 0 ? text.length() : end;
  }

  private static Span stripped(String text, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    return new Span(from, to);
  }

  private static boolean hasWords(String line) {
    Matcher words = WORD.matcher(line);
    int count = 0;
    while (count < FEWEST_WORDS && words.find()) {
      count++;
    }
    return count == FEWEST_WORDS;
  }

  private static String folded(String line) {
    return NO_WORD.matcher(line.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
