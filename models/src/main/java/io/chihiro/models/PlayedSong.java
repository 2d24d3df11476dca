package io.chihiro.models;

import java.time.LocalDate;

/// A song on one day.
public interface PlayedSong {
  /// What makes it the same song on another day.
  String song();

  /// The day.
  LocalDate date();

  /// The day's place among all days, counted from 0.
  int place();

  /// How often it was played that day.
  int plays();

  /// How often anything was played that day.
  int playsOfDay();
}
