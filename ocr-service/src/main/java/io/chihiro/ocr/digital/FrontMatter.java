package io.chihiro.ocr.digital;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The block between two lines of `---` at the head of a Markdown file, and what follows it. Pure.
///
/// @param date the value of its field `date`, without quotes
/// @param body the text without the block
public record FrontMatter(Optional<String> date, String body) {
  private static final Pattern FENCE = Pattern.compile("(?m)^(?:---|\\.\\.\\.)[ \\t]*$");
  private static final Pattern DATE =
      Pattern.compile("(?im)^date[ \\t]*:[ \\t]*(?<value>[^#\\r\\n]*?)[ \\t]*(?:#.*)?$");
  private static final Pattern QUOTES = Pattern.compile("^(['\"])(.*)\\1$");

  /// Splits a text; one without such a block is all body.
  public static FrontMatter of(String text) {
    Matcher fence = FENCE.matcher(text);
    if (!text.startsWith("---") || !fence.find() || fence.start() != 0) {
      return new FrontMatter(Optional.empty(), text);
    }
    int fields = fence.end();
    if (!fence.find()) {
      return new FrontMatter(Optional.empty(), text);
    }
    return new FrontMatter(
        date(text.substring(fields, fence.start())), text.substring(fence.end()));
  }

  private static Optional<String> date(String fields) {
    Matcher date = DATE.matcher(fields);
    return date.find()
        ? Optional.of(QUOTES.matcher(date.group("value")).replaceFirst("$2"))
        : Optional.empty();
  }
}
