package io.chihiro.local;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;

/// One line that changes while something goes on; where there is no terminal, a line now and then.
final class ProgressLine implements AutoCloseable {
  private static final Duration NOW_AND_THEN = Duration.ofSeconds(5);
  private static final String CLEAR = "\r\033[K";
  private static final int WIDTH = 100;

  private final PrintStream out;
  private final boolean terminal;
  private String shown = "";
  private long shownAt;

  ProgressLine(PrintStream out) {
    this(out, Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent());
  }

  ProgressLine(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  void show(String line) {
    if (line.equals(shown)) {
      return;
    }
    if (terminal) {
      shown = line;
      out.print(CLEAR + (line.length() > WIDTH ? line.substring(0, WIDTH) : line));
      out.flush();
      return;
    }
    if (shown.isEmpty() || System.nanoTime() - shownAt > NOW_AND_THEN.toNanos()) {
      shown = line;
      shownAt = System.nanoTime();
      out.println(line);
    }
  }

  /// Takes the line away.
  @Override
  public void close() {
    if (terminal) {
      out.print(CLEAR);
      out.flush();
    }
  }
}
