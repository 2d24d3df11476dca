package io.chihiro.models;

import java.time.LocalDate;

/// A song on one day, and how well that day fits what was asked.
public interface PlayedSong {
  /// What makes it the same song on another day.
  String song();

  /// The day.
  LocalDate date();

  /// How often it was played that day.
  int plays();

  /// How often anything was played that day.
  int playsOfDay();

  /// How well the day fits, a cosine.
  double similarity();
}
