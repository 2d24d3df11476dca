package io.chihiro.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;

/// Era precision@5: the share of the five songs answered that belong to the mood's era, averaged.
///
/// Fewer than five songs count as misses. Favourites and background songs belong to no era.
public final class EraPrecision {
  /// So many songs are looked at.
  public static final int DEPTH = 5;

  private static final int DRAWS = 2_000;

  private final List<GoldenMood> moods;
  private final Repertoire repertoire;

  EraPrecision(List<GoldenMood> moods, Repertoire repertoire) {
    this.moods = List.copyOf(moods);
    this.repertoire = repertoire;
  }

  /// The precision of whatever answers a mood with songs, best first.
  public double of(Function<GoldenMood, List<SongName>> answers) {
    return moods.stream().mapToDouble(mood -> one(mood, answers.apply(mood))).average().orElse(0);
  }

  /// The precision of one answer, in fifths.
  public double one(GoldenMood mood, List<SongName> answer) {
    long hits =
        answer.stream()
            .limit(DEPTH)
            .distinct()
            .filter(song -> repertoire.eraOf(song).filter(mood.era()::equals).isPresent())
            .count();
    return (double) hits / DEPTH;
  }

  /// The precision of answering every mood with the songs most played on journal days.
  public double mostPlayed(List<ExpectedMoment> moments) {
    List<SongName> ranking = ranking(moments);
    return of(_ -> ranking);
  }

  /// The expected precision of answering with songs drawn at random, over many seeded draws.
  public double random(List<ExpectedMoment> moments, long seed) {
    List<SongName> songs = new ArrayList<>(ranking(moments));
    Random random = new Random(seed);
    double sum = 0;
    for (int i = 0; i < DRAWS; i++) {
      sum += of(_ -> drawn(songs, random));
    }
    return sum / DRAWS;
  }

  private static List<SongName> drawn(List<SongName> songs, Random random) {
    Collections.shuffle(songs, random);
    return songs.subList(0, Math.min(DEPTH, songs.size()));
  }

  /// Every song of the moments, most plays first.
  private static List<SongName> ranking(List<ExpectedMoment> moments) {
    Map<SongName, Integer> plays = new TreeMap<>(SongName.ORDER);
    for (ExpectedMoment moment : moments) {
      moment.songs().forEach(song -> plays.merge(song.name(), song.plays(), Integer::sum));
    }
    return plays.entrySet().stream()
        .sorted(Map.Entry.<SongName, Integer>comparingByValue(Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
