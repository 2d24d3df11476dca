package io.chihiro.ingest.lyrics;

import io.chihiro.ingest.lyrics.Lyrics.Absent;
import io.chihiro.ingest.lyrics.Lyrics.Found;
import io.chihiro.ingest.lyrics.Lyrics.Unknown;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.zip.Deflater;

/// What passes for lyrics: at least 250 characters, and not one line over and over (a zlib ratio of
/// 15 and more). A page that says "instrumental" says that there are none.
final class LyricsGate {
  private static final int FEWEST_CHARACTERS = 250;
  private static final double HIGHEST_RATIO = 15;
  private static final Set<String> NO_WORDS =
      Set.of("instrumental", "this song is an instrumental", "no lyrics", "instrumental track");

  private LyricsGate() {}

  static Lyrics judge(String text, String from) {
    String stripped = text.strip();
    if (NO_WORDS.contains(bare(stripped))) {
      return new Absent("instrumental");
    }
    if (stripped.length() < FEWEST_CHARACTERS) {
      return new Unknown("what " + from + " has is too short to be all of it");
    }
    if (ratio(stripped) >= HIGHEST_RATIO) {
      return new Unknown("what " + from + " has repeats itself too much to be lyrics");
    }
    return new Found(stripped, from);
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
