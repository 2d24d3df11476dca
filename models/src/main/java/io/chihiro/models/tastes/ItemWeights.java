package io.chihiro.models.tastes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// What having taken to one item says for another: weights between items, and no user. Whoever has
/// a list of items can be answered by it without being known.
///
/// An item's score is the sum of its weights from what somebody took to. Of each item only the
/// weights that say most are kept. Immutable.
public final class ItemWeights {
  /// So many of an item are kept, the furthest from zero.
  static final int MOST_WEIGHTS = 200;

  private final List<Item> items;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final int[][] from;
  private final float[][] weights;

  /// What one item says for another.
  @FunctionalInterface
  interface Weight {
    /// Zero if it says nothing.
    double of(int from, int to);
  }

  /// One kept weight of an item.
  ///
  /// @param from number of the item that was taken to
  record Weighed(int from, float weight) {}

  /// An item that somebody may take to.
  ///
  /// @param because what they took to and says most for it, the most first
  public record Suggested(Item item, double score, List<Reason> because) {
    public Suggested {
      because = List.copyOf(because);
    }
  }

  /// What speaks for an item.
  ///
  /// @param share of the score; all that speak for it may have more than one together, since others
  ///     speak against it
  public record Reason(Item item, double share) {}

  private ItemWeights(List<Item> items, List<List<Weighed>> rows) {
    this.items = List.copyOf(items);
    this.from = new int[rows.size()][];
    this.weights = new float[rows.size()][];
    for (int to = 0; to < from.length; to++) {
      List<Weighed> row = rows.get(to);
      from[to] = row.stream().mapToInt(Weighed::from).toArray();
      weights[to] = new float[row.size()];
      for (int i = 0; i < row.size(); i++) {
        weights[to][i] = row.get(i).weight();
      }
      numbers.put(items.get(to).id(), to);
    }
  }

  /// The weights that say most.
  static ItemWeights strongest(List<Item> items, Weight weight) {
    List<List<Weighed>> rows = new ArrayList<>();
    for (int to = 0; to < items.size(); to++) {
      rows.add(strongest(items.size(), to, weight));
    }
    return new ItemWeights(items, rows);
  }

  private static List<Weighed> strongest(int items, int to, Weight weight) {
    List<Weighed> row = new ArrayList<>();
    for (int each = 0; each < items; each++) {
      float value = (float) weight.of(each, to);
      if (each != to && value != 0) {
        row.add(new Weighed(each, value));
      }
    }
    row.sort(Comparator.comparingDouble(each -> -Math.abs(each.weight())));
    return row.stream().limit(MOST_WEIGHTS).sorted(Comparator.comparingInt(Weighed::from)).toList();
  }

  /// Of rows that were kept.
  ///
  /// @param rows one an item
  /// @throws IllegalArgumentException if a row names an item that is not there
  static ItemWeights of(List<Item> items, List<List<Weighed>> rows) {
    boolean fits =
        rows.size() == items.size()
            && rows.stream()
                .flatMap(List::stream)
                .allMatch(each -> each.from() >= 0 && each.from() < items.size());
    if (!fits) {
      throw new IllegalArgumentException("weights are of items that are not there");
    }
    return new ItemWeights(items, rows);
  }

  /// The items, by number: those that most took to first.
  public List<Item> items() {
    return items;
  }

  /// The kept weights of an item.
  List<Weighed> row(int to) {
    List<Weighed> row = new ArrayList<>();
    for (int i = 0; i < from[to].length; i++) {
      row.add(new Weighed(from[to][i], weights[to][i]));
    }
    return row;
  }

  /// Every item's score for whoever took to these, by number.
  float[] scores(int[] own) {
    boolean[] taken = new boolean[items.size()];
    Arrays.stream(own).forEach(item -> taken[item] = true);
    float[] scores = new float[items.size()];
    for (int to = 0; to < scores.length; to++) {
      for (int i = 0; i < from[to].length; i++) {
        scores[to] += taken[from[to][i]] ? weights[to][i] : 0;
      }
    }
    return scores;
  }

  /// What somebody may take to next, the likeliest first; only what anything speaks for.
  ///
  /// @param own ids of what they took to, some of which may be unknown here
  /// @param wanted which items may be an answer; what they took to is none
  /// @param reasons how many of each are told at most
  public List<Suggested> suggest(Set<String> own, Predicate<Item> wanted, int most, int reasons) {
    int[] taken =
        own.stream()
            .filter(numbers::containsKey)
            .mapToInt(id -> numbers.getOrDefault(id, -1))
            .toArray();
    float[] scores = scores(taken);
    List<Integer> found = new ArrayList<>();
    for (int item = 0; item < scores.length; item++) {
      Item each = items.get(item);
      if (scores[item] > 0 && !own.contains(each.id()) && wanted.test(each)) {
        found.add(item);
      }
    }
    // The order is stable: of equal scores what most took to is ahead.
    found.sort(Comparator.comparingDouble(item -> -scores[item]));
    return found.stream()
        .limit(most)
        .map(
            item ->
                new Suggested(
                    items.get(item), scores[item], because(item, taken, scores[item], reasons)))
        .toList();
  }

  private List<Reason> because(int to, int[] taken, double score, int most) {
    Set<Integer> own = Set.copyOf(Arrays.stream(taken).boxed().toList());
    return row(to).stream()
        .filter(each -> each.weight() > 0 && own.contains(each.from()))
        .sorted(Comparator.comparingDouble(each -> -each.weight()))
        .limit(most)
        .map(each -> new Reason(items.get(each.from()), each.weight() / score))
        .toList();
  }
}
