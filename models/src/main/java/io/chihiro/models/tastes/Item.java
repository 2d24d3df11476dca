package io.chihiro.models.tastes;

import java.util.Locale;
import java.util.Optional;

/// What can be taken to: a song, or an artist where a source tells no songs.
///
/// @param id what interactions call it
/// @param title as people read it
/// @param artist whose it is; of an artist itself its own name
/// @param tag the one it is given most often
/// @param lyrics where they are known
public record Item(
    String id, String title, String artist, Optional<String> tag, Optional<String> lyrics) {
  public Item {
    if (id.isBlank() || title.isBlank() || artist.isBlank()) {
      throw new IllegalArgumentException("an item needs an id, a title and an artist");
    }
  }

  /// A song of which nothing but its names is known; these are its id, whatever their case.
  public static Item song(String title, String artist) {
    String id = (title + " - " + artist).toLowerCase(Locale.ROOT);
    return new Item(id, title, artist, Optional.empty(), Optional.empty());
  }
}
