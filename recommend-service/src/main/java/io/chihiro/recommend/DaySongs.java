package io.chihiro.recommend;

import io.chihiro.events.Moment;
import io.chihiro.events.Moment.SongPlays;
import java.util.List;

/// A day's songs, with what every question asks of them worked out once.
///
/// @param plays of all of them
record DaySongs(Moment moment, List<Then> songs, int plays) {

  /// A song on that day.
  ///
  /// @param identity what makes it the same song on another day
  record Then(SongPlays onThatDay, String identity) {}

  static DaySongs of(Moment moment) {
    return new DaySongs(
        moment,
        moment.songs().stream().map(song -> new Then(song, song.song().identity())).toList(),
        moment.songs().stream().mapToInt(SongPlays::plays).sum());
  }

  boolean has(String identity) {
    return songs.stream().anyMatch(song -> song.identity().equals(identity));
  }
}
