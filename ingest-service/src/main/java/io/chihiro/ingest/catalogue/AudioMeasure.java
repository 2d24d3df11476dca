package io.chihiro.ingest.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a song sounds like, in numbers, as Spotify once told it and data sets repeat it.
final class AudioMeasure {
  /// Their headings.
  static final List<String> NAMES =
      List.of(
          "valence",
          "energy",
          "danceability",
          "acousticness",
          "instrumentalness",
          "liveness",
          "speechiness",
          "tempo",
          "loudness",
          "key",
          "mode",
          "time signature");

  private static final Set<String> BEYOND_ONE =
      Set.of("tempo", "loudness", "key", "mode", "time signature");

  private AudioMeasure() {}

  /// What a measure is called on topics.
  static String name(String heading) {
    return heading.replace(' ', '_');
  }

  /// A measure's value; empty if it is none. A share in percent is none: nobody says so, and 1
  /// could be either.
  static Optional<Double> value(String heading, String text) {
    return Numbers.decimal(text).filter(value -> isShare(value) || BEYOND_ONE.contains(heading));
  }

  private static boolean isShare(double value) {
    return value >= 0 && value <= 1;
  }
}
