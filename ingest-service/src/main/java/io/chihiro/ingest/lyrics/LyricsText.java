package io.chihiro.ingest.lyrics;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Takes away from a text what is not sung: time stamps of `.lrc` files, and what is copied with a
/// page of Genius.
public final class LyricsText {
  private static final Pattern STAMPS =
      Pattern.compile("<?\\[?\\d{1,3}:\\d{2}(?:[.:]\\d{1,3})?]?>?");
  private static final Pattern TAG = Pattern.compile("\\[[a-zA-Z]+:.*]");
  private static final Pattern SECTION = Pattern.compile("\\[[^\\]\\n]*]");
  private static final Pattern HEAD =
      Pattern.compile("^\\s*(?:\\d+ Contributors?)?.{0,200}? Lyrics(?=\\n|\\[|$)");
  private static final Pattern TAIL = Pattern.compile("\\d*\\s*Embed\\s*$");
  private static final Pattern NOT_SUNG =
      Pattern.compile("You might also like|(?m)^See .* Live.*$|(?m)^Read More *$");

  private LyricsText() {}

  /// The words as a catalogue has them: Genius' text, in some with every line end written out.
  public static String ofCatalogue(String cell) {
    boolean oneLine = cell.indexOf('\n') < 0;
    return ofGenius(oneLine ? cell.replace("\\r", "").replace("\\n", "\n") : cell);
  }

  /// The words of an `.lrc` or `.txt` file.
  static String ofFile(String text) {
    return lines(STAMPS.matcher(TAG.matcher(text).replaceAll("")).replaceAll(""));
  }

  /// The words of a text that was copied from a page of Genius.
  public static String ofGenius(String pasted) {
    String text = HEAD.matcher(pasted.replace("\r", "")).replaceFirst("");
    text = TAIL.matcher(text).replaceFirst("");
    text = NOT_SUNG.matcher(text).replaceAll("\n");
    return lines(SECTION.matcher(text).replaceAll("\n"));
  }

  private static String lines(String text) {
    return text.lines()
        .map(String::strip)
        .collect(Collectors.joining("\n"))
        .replaceAll("\n{3,}", "\n\n")
        .strip();
  }
}
