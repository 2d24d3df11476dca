package io.chihiro.events;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// A song as people name it: title and artist. A source's own id is kept beside it, never in it.
///
/// @param title as the source wrote it, never blank
/// @param artist as the source wrote it, never blank
public record Song(String title, String artist) {
  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

  public Song {
    title = Check.text("title", title);
    artist = Check.text("artist", artist);
  }

  /// `Title - Artist`, as shown to a person.
  public String display() {
    return title + " - " + artist;
  }

  /// What makes two spellings the same song: lower case, composed Unicode, white space collapsed.
  public String identity() {
    return fold(title) + "\u001f" + fold(artist);
  }

  private static String fold(String text) {
    String lower = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    return WHITE_SPACE.matcher(lower).replaceAll(" ").strip();
  }
}
