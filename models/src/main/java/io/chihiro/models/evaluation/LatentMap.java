package io.chihiro.models.evaluation;

import io.chihiro.models.LifeDay;
import io.chihiro.models.TextEncoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/// The days of a life as a model sees them, on a plane.
///
/// @param songs the most played songs, as shown to a person, most played first
/// @param days one place a day
public record LatentMap(List<String> songs, List<Place> days) {
  private static final int SONGS = 8;

  // The plane is found in a time that grows with the square of the days.
  private static final int MOST_DAYS = 600;

  /// A day on the plane.
  ///
  /// @param song which of the most played songs it had, counted from 0; −1 for none
  public record Place(double x, double y, int song) {}

  /// Without a map.
  public static LatentMap none() {
    return new LatentMap(List.of(), List.of());
  }

  /// The map of a life.
  ///
  /// @param shown how a song's identity is shown to a person
  public static LatentMap of(
      List<LifeDay> days, TextEncoder encoder, UnaryOperator<String> shown, long seed)
      throws InterruptedException {
    List<LifeDay> drawn = new ArrayList<>(days);
    Collections.shuffle(drawn, new Random(seed));
    drawn = drawn.subList(0, Math.min(MOST_DAYS, drawn.size()));
    List<String> songs = mostPlayed(days);
    List<Tsne.Point> points =
        Tsne.of(encoder.encodeAll(drawn.stream().map(LifeDay::text).toList()), seed);
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < drawn.size(); i++) {
      places.add(new Place(points.get(i).x(), points.get(i).y(), song(drawn.get(i), songs)));
    }
    return new LatentMap(songs.stream().map(shown).toList(), places);
  }

  private static List<String> mostPlayed(List<LifeDay> days) {
    Map<String, Integer> plays = new HashMap<>();
    days.forEach(
        day -> day.plays().forEach((song, count) -> plays.merge(song, count, Integer::sum)));
    return plays.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(SONGS)
        .map(Map.Entry::getKey)
        .toList();
  }

  // Of several the one played most that day.
  private static int song(LifeDay day, List<String> songs) {
    return day.plays().entrySet().stream()
        .filter(song -> songs.contains(song.getKey()))
        .max(Map.Entry.comparingByValue())
        .map(song -> songs.indexOf(song.getKey()))
        .orElse(-1);
  }
}
