package io.chihiro.recommend;

import io.chihiro.events.Moment.SongPlays;
import io.chihiro.models.PlayedSong;
import io.chihiro.models.PlayedSongs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// A song on one of the days with songs.
///
/// @param place of the day among them
record SongOnDay(DaySongs.Then then, DaySongs day, int place) implements PlayedSong {

  /// The songs of these days.
  ///
  /// @param days oldest first
  static PlayedSongs<SongOnDay> all(List<DaySongs> days) {
    List<SongOnDay> all = new ArrayList<>();
    for (int place = 0; place < days.size(); place++) {
      DaySongs day = days.get(place);
      for (DaySongs.Then then : day.songs()) {
        all.add(new SongOnDay(then, day, place));
      }
    }
    return PlayedSongs.of(all);
  }

  SongPlays onThatDay() {
    return then.onThatDay();
  }

  @Override
  public String song() {
    return then.identity();
  }

  @Override
  public LocalDate date() {
    return day.moment().date();
  }

  @Override
  public int plays() {
    return onThatDay().plays();
  }

  @Override
  public int playsOfDay() {
    return day.plays();
  }
}
