package io.chihiro.events;

import java.text.Normalizer;
import java.util.Locale;

/// A song as people name it: title and artist. A source's own id is kept beside it, never in it.
///
/// @param title as the source wrote it, never blank
/// @param artist as the source wrote it, never blank
public record Song(String title, String artist) {
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
    return collapse(Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT));
  }

  // Asked at every play; a regular expression would take as long as all the rest.
  private static String collapse(String text) {
    StringBuilder collapsed = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (Character.isWhitespace(each)) {
        gap = !collapsed.isEmpty();
        continue;
      }
      if (gap) {
        collapsed.append(' ');
        gap = false;
      }
      collapsed.append(each);
    }
    return collapsed.toString();
  }
}
