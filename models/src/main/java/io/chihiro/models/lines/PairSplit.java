package io.chihiro.models.lines;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Pairs parted by song. Pure.
///
/// What judges a version is in neither part, and no song, no explanation and no line is in both: a
/// line that two songs share would else be known before it is asked.
///
/// @param training what is learned from
/// @param validation what chooses the best checkpoint and the share
public record PairSplit(List<LinePair> training, List<LinePair> validation) {
  private static final int FIFTH = 5;

  /// Asked of each version at every epoch; more of them tell no better where to stop.
  private static final int MOST_VALIDATION = 500;

  public PairSplit {
    training = List.copyOf(training);
    validation = List.copyOf(validation);
  }

  /// Parts pairs, the same for the same seed.
  ///
  /// @param judged songs by which versions are judged
  public static PairSplit of(Collection<LinePair> pairs, Set<String> judged, long seed) {
    List<LinePair> held = pairs.stream().filter(pair -> judged.contains(pair.song())).toList();
    List<LinePair> free = apart(pairs, held, pair -> judged.contains(pair.song()));
    Set<String> songs = drawn(free, seed);
    List<LinePair> validation =
        free.stream().filter(pair -> songs.contains(pair.song())).limit(MOST_VALIDATION).toList();
    return new PairSplit(apart(free, validation, pair -> songs.contains(pair.song())), validation);
  }

  // In an order that the order of the pairs does not change.
  private static Set<String> drawn(List<LinePair> pairs, long seed) {
    TreeSet<String> songs = new TreeSet<>();
    pairs.forEach(pair -> songs.add(pair.song()));
    List<String> shuffled = new ArrayList<>(songs);
    Collections.shuffle(shuffled, new Random(seed));
    return Set.copyOf(shuffled.subList(0, shuffled.size() / FIFTH));
  }

  private static List<LinePair> apart(
      Collection<LinePair> pairs, List<LinePair> from, Predicate<LinePair> ofTheirSongs) {
    Set<String> asked = new HashSet<>();
    Set<String> lines = new HashSet<>();
    from.forEach(
        pair -> {
          asked.add(pair.asked());
          lines.add(pair.line());
        });
    return pairs.stream()
        .filter(ofTheirSongs.negate())
        .filter(pair -> !asked.contains(pair.asked()) && !lines.contains(pair.line()))
        .toList();
  }
}
