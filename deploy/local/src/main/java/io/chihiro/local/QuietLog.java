package io.chihiro.local;

import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Sends warnings and worse, one line each, to standard error.
final class QuietLog extends Formatter {
  private static final Logger ROOT = Logger.getLogger("");

  static void toStandardError() {
    for (Handler handler : ROOT.getHandlers()) {
      ROOT.removeHandler(handler);
    }
    Handler console = new ConsoleHandler();
    console.setFormatter(new QuietLog());
    console.setLevel(Level.WARNING);
    ROOT.addHandler(console);
    ROOT.setLevel(Level.WARNING);
  }

  @Override
  public String format(LogRecord logged) {
    String time =
        logged
            .getInstant()
            .atZone(ZoneId.systemDefault())
            .truncatedTo(ChronoUnit.MILLIS)
            .toLocalDateTime()
            .toString();
    Throwable thrown = logged.getThrown();
    String cause = thrown == null ? "" : " (" + thrown + ")";
    return "%s %s [%s] %s%s%n"
        .formatted(time, logged.getLevel(), logged.getLoggerName(), formatMessage(logged), cause);
  }
}
