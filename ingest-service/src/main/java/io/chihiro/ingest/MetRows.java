package io.chihiro.ingest;

import com.google.common.base.Splitter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// Which rows of an import met a song: so that after a kill each has its old place in the account,
/// whatever rows behind it have added meanwhile. Pure.
///
/// @param first the first that met it
/// @param wrote those that changed what is listed, the latest of them
record MetRows(long first, List<Long> wrote) {
  /// No row that is known.
  static final MetRows NONE = new MetRows(0, List.of());

  private static final int MOST = 50;
  private static final Pattern TEXT = Pattern.compile("\\d{1,18}:(\\d{1,18}(,\\d{1,18})*)?");
  private static final Pattern ONE = Pattern.compile("\\d{1,18}");

  MetRows {
    wrote = List.copyOf(wrote);
  }

  /// A first row that adds nothing.
  static MetRows met(long row) {
    return new MetRows(row, List.of());
  }

  /// Together with a row that has changed something.
  MetRows andWrote(long row) {
    List<Long> all =
        LongStream.concat(wrote.stream().mapToLong(Long::longValue), LongStream.of(row))
            .skip(Math.max(0, wrote.size() + 1 - MOST))
            .boxed()
            .toList();
    return new MetRows(first, all);
  }

  /// As it goes beside a record.
  String text() {
    return first + ":" + wrote.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  /// Reads what [#text] gave; one number, as it was before, is a row that wrote.
  static MetRows of(String text) {
    if (ONE.matcher(text).matches()) {
      return met(Long.parseLong(text)).andWrote(Long.parseLong(text));
    }
    if (!TEXT.matcher(text).matches()) {
      return NONE;
    }
    int end = text.indexOf(':');
    List<Long> wrote =
        Splitter.on(',')
            .omitEmptyStrings()
            .splitToStream(text.substring(end + 1))
            .map(Long::valueOf)
            .toList();
    return new MetRows(Long.parseLong(text.substring(0, end)), wrote);
  }
}
