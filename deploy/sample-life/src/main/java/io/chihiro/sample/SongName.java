package io.chihiro.sample;

import java.util.Comparator;

/// What a song is called, which is what makes it the same song on every album.
public record SongName(String title, String artist) {
  static final Comparator<SongName> ORDER =
      Comparator.comparing(SongName::title).thenComparing(SongName::artist);

  static SongName of(Track track) {
    return new SongName(track.title(), track.artist());
  }
}
