package io.chihiro.models.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Pairs of songs by which encoders are compared, the same for each of them: random ones, and such
/// as should lie nearer than chance has it, by one artist or with a tag in common.
///
/// The mean over random pairs alone, by which S1 compared, says how wide an encoder's scale is and
/// not how well it tells songs apart: the higher it is, the less room is left above it. Pure.
///
/// @param random five rounds of a hundred
/// @param ofArtist two songs of one artist
/// @param ofTag two songs with a tag in common and different artists
public record SongPairs(List<List<Pair>> random, List<Pair> ofArtist, List<Pair> ofTag) {
  private static final int ROUNDS = 5;
  private static final int PAIRS_OF_ROUND = 100;
  private static final int MOST_RELATED = 200;

  /// Fewer related pairs say nothing.
  private static final int FEWEST_RELATED = 10;

  /// What is known of a song beside its words.
  ///
  /// @param artist equal for songs of one artist
  public record Labels(String artist, Set<String> tags) {}

  /// Places of two songs, the lower one first.
  public record Pair(int one, int other) {
    static Pair of(int a, int b) {
      return new Pair(Math.min(a, b), Math.max(a, b));
    }
  }

  /// What cosines tell of an encoder.
  ///
  /// @param mean of all random pairs
  /// @param deviation of these, standard, over all of them
  /// @param ofArtist absent where too few pairs are of one artist; so is the next
  public record Figures(
      double mean, double deviation, Optional<Separation> ofArtist, Optional<Separation> ofTag) {}

  /// How related pairs stand beside random ones.
  ///
  /// @param pairs how many
  /// @param above by how much their mean cosine is above that of random pairs
  /// @param nearer how often one of them is nearer than a random pair (the area under the ROC
  ///     curve, whatever the scale): 0.5 is chance, 1 always
  public record Separation(int pairs, Interval above, Interval nearer) {}

  /// Draws pairs.
  ///
  /// @throws IllegalArgumentException if there are fewer than two songs
  public static SongPairs draw(List<Labels> songs, long seed) {
    if (songs.size() < 2) {
      throw new IllegalArgumentException("a pair needs two songs");
    }
    Random random = new Random(seed);
    List<List<Pair>> rounds =
        Stream.generate(() -> round(songs.size(), random)).limit(ROUNDS).toList();
    return new SongPairs(
        rounds,
        related(songs, random, (a, b) -> a.artist().equals(b.artist())),
        related(
            songs,
            random,
            (a, b) -> !a.artist().equals(b.artist()) && !Collections.disjoint(a.tags(), b.tags())));
  }

  private static List<Pair> round(int songs, Random random) {
    return Stream.generate(() -> pair(songs, random)).limit(PAIRS_OF_ROUND).toList();
  }

  private static Pair pair(int songs, Random random) {
    int one = random.nextInt(songs);
    int other = random.nextInt(songs - 1);
    return Pair.of(one, other < one ? other : other + 1);
  }

  // One pair a song, so that no artist with many songs speaks for all.
  private static List<Pair> related(
      List<Labels> songs, Random random, BiPredicate<Labels, Labels> related) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, songs.size()).boxed().toList());
    Collections.shuffle(order, random);
    Set<Pair> pairs = new HashSet<>();
    List<Pair> drawn = new ArrayList<>();
    for (int place = 0; place < order.size() && drawn.size() < MOST_RELATED; place++) {
      int one = order.get(place);
      // Those that follow it: from the first on, a few songs would be in the pairs of all others.
      IntStream.range(place + 1, place + order.size())
          .map(next -> order.get(next % order.size()))
          .filter(other -> related.test(songs.get(one), songs.get(other)))
          .mapToObj(other -> Pair.of(one, other))
          .filter(pair -> !pairs.contains(pair))
          .findFirst()
          .ifPresent(
              pair -> {
                pairs.add(pair);
                drawn.add(pair);
              });
    }
    return List.copyOf(drawn);
  }

  /// What an encoder's cosines of these pairs tell.
  ///
  /// @param cosine of two songs' vectors
  public Figures judge(ToDoubleFunction<Pair> cosine, Bootstrap bootstrap) {
    double[] chance = random.stream().flatMap(List::stream).mapToDouble(cosine).sorted().toArray();
    double mean =
        IntStream.range(0, chance.length).mapToDouble(i -> chance[i]).sum() / chance.length;
    double squares = 0;
    for (double each : chance) {
      squares += (each - mean) * (each - mean);
    }
    return new Figures(
        mean,
        Math.sqrt(squares / chance.length),
        separation(ofArtist, cosine, mean, chance, bootstrap),
        separation(ofTag, cosine, mean, chance, bootstrap));
  }

  private static Optional<Separation> separation(
      List<Pair> pairs,
      ToDoubleFunction<Pair> cosine,
      double mean,
      double[] chance,
      Bootstrap bootstrap) {
    if (pairs.size() < FEWEST_RELATED) {
      return Optional.empty();
    }
    List<Double> cosines = pairs.stream().mapToDouble(cosine).boxed().toList();
    return Optional.of(
        new Separation(
            pairs.size(),
            bootstrap.mean(cosines.stream().map(each -> each - mean).toList()),
            bootstrap.mean(cosines.stream().map(each -> shareBelow(chance, each)).toList())));
  }

  // A tie counts half.
  private static double shareBelow(double[] sorted, double value) {
    double below = 0;
    for (double each : sorted) {
      below += each < value ? 1 : each == value ? 0.5 : 0;
    }
    return below / sorted.length;
  }
}
