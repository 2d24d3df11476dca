package io.chihiro.ingest.catalogue;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;

/// A text character by character, with the number of its line; what was read too far may be given
/// back. However long a line is, none of it is held here.
final class Characters implements Closeable {
  static final int END = -1;

  private final Reader text;
  private String back = "";
  private int backAt;
  private long line = 1;

  /// Characters of a text.
  ///
  /// @param text buffered
  Characters(Reader text) {
    this.text = text;
  }

  /// The next character, or [#END].
  int next() throws IOException {
    int c = backAt < back.length() ? back.charAt(backAt++) : fresh();
    line += c == '\n' ? 1 : 0;
    return c;
  }

  private int fresh() throws IOException {
    back = "";
    backAt = 0;
    return text.read();
  }

  /// The latest characters come again, before whatever follows.
  void giveBack(String again) {
    if (again.length() <= backAt) {
      backAt -= again.length();
    } else {
      back = again + back.substring(backAt);
      backAt = 0;
    }
    line -= again.chars().filter(c -> c == '\n').count();
  }

  /// Goes to where the next line begins.
  void skipLine() throws IOException {
    int c = next();
    while (c != '\n' && c != END) {
      c = next();
    }
  }

  /// The line on which the next character stands, counted from 1.
  long line() {
    return line;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
