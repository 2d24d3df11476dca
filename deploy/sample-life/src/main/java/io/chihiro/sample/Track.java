package io.chihiro.sample;

import java.util.Random;

/// An invented song.
///
/// @param title invented
/// @param artist invented
/// @param album invented
/// @param uri in the shape of Spotify's, made from title and artist
/// @param milliseconds how long it lasts
public record Track(String title, String artist, String album, String uri, int milliseconds) {
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int ID_CHARACTERS = 22;

  static Track named(String title, String artist, String album) {
    Random random = new Random((title + "\n" + artist).hashCode());
    return new Track(title, artist, album, uri(random), 150_000 + random.nextInt(140_000));
  }

  /// The same song as it stands on another album: another id and album, the same title and artist.
  Track reissued() {
    Random random = new Random((title + "\r" + artist).hashCode());
    return new Track(title, artist, album + " (Anniversary Edition)", uri(random), milliseconds);
  }

  private static String uri(Random random) {
    StringBuilder id = new StringBuilder("spotify:track:");
    for (int i = 0; i < ID_CHARACTERS; i++) {
      id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return id.toString();
  }
}
