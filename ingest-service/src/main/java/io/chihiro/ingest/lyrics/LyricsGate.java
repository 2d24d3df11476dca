package io.chihiro.ingest.lyrics;

import io.chihiro.ingest.lyrics.Lyrics.Absent;
import io.chihiro.ingest.lyrics.Lyrics.Found;
import io.chihiro.ingest.lyrics.Lyrics.Unknown;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.Deflater;

/// What passes for lyrics: at least 250 characters, not one line over and over (a zlib ratio of 15
/// and more), no web page and no book. A page that says "instrumental" says that there are none.
public final class LyricsGate {
  private static final int FEWEST_CHARACTERS = 250;
  // The longest songs have some ten thousand words; Genius also holds plays and novels.
  private static final int MOST_CHARACTERS = 100_000;
  private static final double HIGHEST_RATIO = 15;
  private static final Set<String> NO_WORDS =
      Set.of("instrumental", "this song is an instrumental", "no lyrics", "instrumental track");
  private static final Pattern WEB_PAGE =
      Pattern.compile("(?i)<(?:!doctype|html|head|body|script|meta|div|iframe)\\b");

  private LyricsGate() {}

  /// Why a text is not kept.
  public enum Flaw {
    NO_WORDS("instrumental", ""),
    WEB_PAGE("a web page", " has is a web page"),
    TOO_SHORT("too short", " has is too short to be all of it"),
    TOO_LONG("too long", " has is too long for a song"),
    REPEATS("repeats itself", " has repeats itself too much to be lyrics");

    private final String words;
    private final String sentence;

    Flaw(String words, String sentence) {
      this.words = words;
      this.sentence = sentence;
    }

    /// As an account shows it.
    public String words() {
      return words;
    }
  }

  /// What is wrong with a text; empty if it passes.
  public static Optional<Flaw> flaw(String text) {
    String stripped = text.strip();
    if (stripped.length() < FEWEST_CHARACTERS && NO_WORDS.contains(bare(stripped))) {
      return Optional.of(Flaw.NO_WORDS);
    }
    if (WEB_PAGE.matcher(stripped).find()) {
      return Optional.of(Flaw.WEB_PAGE);
    }
    if (stripped.length() < FEWEST_CHARACTERS) {
      return Optional.of(Flaw.TOO_SHORT);
    }
    if (stripped.length() > MOST_CHARACTERS) {
      return Optional.of(Flaw.TOO_LONG);
    }
    return ratio(stripped) >= HIGHEST_RATIO ? Optional.of(Flaw.REPEATS) : Optional.empty();
  }

  static Lyrics judge(String text, String from) {
    return flaw(text)
        .map(
            flaw ->
                flaw == Flaw.NO_WORDS
                    ? new Absent(flaw.words)
                    : new Unknown("what " + from + flaw.sentence))
        .orElseGet(() -> new Found(text.strip(), from));
  }

  private static String bare(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L} ]", "").strip();
  }

  private static double ratio(String text) {
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    try (Deflater deflater = new Deflater()) {
      deflater.setInput(plain);
      deflater.finish();
      byte[] buffer = new byte[plain.length + 64];
      return (double) plain.length / deflater.deflate(buffer);
    }
  }
}
