package io.chihiro.models;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/// How well days find their own songs when each day in turn is held out: its text is the query, the
/// other days are all that is known, and the songs it really had are the right answers.
///
/// Hit@5: share of days with at least one right song among the first five. MRR@10: mean of one over
/// the rank of the first right song. nDCG@10 with binary gains (Järvelin and Kekäläinen 2002). Only
/// days count that share a song with another day: the others cannot be answered.
public final class HeldOutDays {
  private static final int CUT = 10;
  private static final int HIT_CUT = 5;

  /// A day.
  ///
  /// @param vector of its text, unit length
  /// @param plays how often each song was played, by the song's identity
  public record Day(Vector vector, Map<String, Integer> plays) {}

  /// A vector by reference.
  public interface Vector {
    /// Its numbers, unit length.
    float[] values();
  }

  /// Ranks the songs of the known days for a query day, best first.
  @FunctionalInterface
  public interface Ranker {
    List<String> rank(Day query, List<Day> known);
  }

  private HeldOutDays() {}

  /// The figures of one way of ranking; `days` says how many days they rest on.
  public static Map<String, Double> measure(List<Day> days, Ranker ranker) {
    double hits = 0;
    double reciprocal = 0;
    double gain = 0;
    int asked = 0;
    for (int held = 0; held < days.size(); held++) {
      Day query = days.get(held);
      List<Day> known = new ArrayList<>(days);
      known.remove(held);
      if (!answerable(query, known)) {
        continue;
      }
      List<String> ranked = ranker.rank(query, known);
      Set<String> right = query.plays().keySet();
      hits += hit(ranked, right);
      reciprocal += reciprocalRank(ranked, right);
      gain += discountedGain(ranked, right);
      asked++;
    }
    int divisor = Math.max(asked, 1);
    Map<String, Double> figures = new TreeMap<>();
    figures.put("days", (double) asked);
    figures.put("hit@5", hits / divisor);
    figures.put("mrr@10", reciprocal / divisor);
    figures.put("ndcg@10", gain / divisor);
    return figures;
  }

  /// The soft mean of a song's days' cosines to the query, as answers are made.
  public static Ranker bySoftMean(double beta) {
    return (query, known) -> {
      Map<String, List<Double>> similarities = new HashMap<>();
      for (Day day : known) {
        double similarity = Vectors.dot(query.vector().values(), day.vector().values());
        day.plays()
            .keySet()
            .forEach(
                song -> similarities.computeIfAbsent(song, _ -> new ArrayList<>()).add(similarity));
      }
      return best(
          similarities,
          song -> Vectors.softMean(array(similarities.getOrDefault(song, List.of())), beta));
    };
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /// The most played songs, whatever was asked.
  public static Ranker byPlays() {
    return (_, known) -> {
      Map<String, Integer> plays = new HashMap<>();
      known.forEach(
          day -> day.plays().forEach((song, count) -> plays.merge(song, count, Integer::sum)));
      return best(plays, song -> plays.getOrDefault(song, 0));
    };
  }

  /// Any order, the same for the same seed.
  public static Ranker atRandom(long seed) {
    Random random = new Random(seed);
    return (_, known) -> {
      Map<String, Integer> songs = new TreeMap<>();
      known.forEach(day -> day.plays().keySet().forEach(song -> songs.put(song, 0)));
      songs.replaceAll((_, _) -> random.nextInt());
      return best(songs, song -> songs.getOrDefault(song, 0));
    };
  }

  private interface Worth {
    double of(String song);
  }

  private static List<String> best(Map<String, ?> songs, Worth worth) {
    return songs.keySet().stream()
        .sorted(
            Comparator.<String>comparingDouble(worth::of)
                .reversed()
                .thenComparing(Comparator.naturalOrder()))
        .limit(CUT)
        .toList();
  }

  private static boolean answerable(Day query, List<Day> known) {
    return known.stream()
        .anyMatch(day -> day.plays().keySet().stream().anyMatch(query.plays()::containsKey));
  }

  static double hit(List<String> ranked, Set<String> right) {
    return ranked.stream().limit(HIT_CUT).anyMatch(right::contains) ? 1 : 0;
  }

  static double reciprocalRank(List<String> ranked, Set<String> right) {
    for (int i = 0; i < ranked.size(); i++) {
      if (right.contains(ranked.get(i))) {
        return 1.0 / (i + 1);
      }
    }
    return 0;
  }

  static double discountedGain(List<String> ranked, Set<String> right) {
    double gain = 0;
    for (int i = 0; i < ranked.size(); i++) {
      gain += right.contains(ranked.get(i)) ? discount(i) : 0;
    }
    double best = 0;
    for (int i = 0; i < Math.min(right.size(), CUT); i++) {
      best += discount(i);
    }
    return best == 0 ? 0 : gain / best;
  }

  private static double discount(int index) {
    return Math.log(2) / Math.log(index + 2);
  }
}
