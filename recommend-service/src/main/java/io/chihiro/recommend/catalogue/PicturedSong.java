package io.chihiro.recommend.catalogue;

import io.chihiro.models.ByteVector;
import java.util.Arrays;
import java.util.Optional;

/// A song as pictures find it: by its lines, and by its title, which is one line more and of many
/// songs the only one. Immutable.
///
/// @param title the title's vector, once there is one
/// @param lines of the lyrics
record PicturedSong(Optional<ByteVector> title, SongLines lines) {
  /// Of a song that pictures do not find.
  static final PicturedSong NONE = new PicturedSong(Optional.empty(), SongLines.NONE);

  /// How many lines there are, the title included.
  int size() {
    return lines.size() + (title.isPresent() ? 1 : 0);
  }

  /// The cosine of each line with a picture, the title's last.
  float[] similarities(ByteVector picture) {
    float[] similarities = Arrays.copyOf(lines.similarities(picture), size());
    title.ifPresent(own -> similarities[lines.size()] = picture.dot(own));
    return similarities;
  }

  /// Whether a place among the lines is the title's.
  boolean isTitle(int place) {
    return place == lines.size();
  }
}
