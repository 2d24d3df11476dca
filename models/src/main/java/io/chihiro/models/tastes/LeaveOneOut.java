package io.chihiro.models.tastes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/// Interactions as numbers, two of each user held out by time: the last one is asked in the test,
/// the one before it in the validation, and models learn from the rest.
///
/// Interactions without a time count as older than all that have one; what is equally old stands in
/// an order drawn from the seed. Users and items are numbered from 0, items by how many users are
/// learned from, the most first: of equal scores the lower number is ahead, so a model that knows
/// nothing to tell them apart falls back to what is popular.
public final class LeaveOneOut implements TakenItems {
  /// S4's: the least interacted four fifths are cold.
  private static final double COLD_SHARE = 0.8;

  private static final int FEWEST = 3;

  private final List<String> users;
  private final List<Item> items;
  private final List<String> countries;
  private final int[][] learned;
  private final int[] validation;
  private final int[] test;
  private final int[] counts;

  /// Which held-out interaction is asked for.
  public enum Asked {
    VALIDATION,
    TEST
  }

  private LeaveOneOut(
      List<String> users, List<String> countries, List<Item> items, List<List<Integer>> histories) {
    this.users = List.copyOf(users);
    this.countries = List.copyOf(countries);
    this.items = List.copyOf(items);
    this.learned = new int[histories.size()][];
    this.validation = new int[learned.length];
    this.test = new int[learned.length];
    this.counts = new int[items.size()];
    for (int user = 0; user < learned.length; user++) {
      List<Integer> history = histories.get(user);
      int last = history.size() - 1;
      test[user] = history.get(last);
      validation[user] = history.get(last - 1);
      learned[user] =
          history.subList(0, last - 1).stream().mapToInt(Integer::intValue).sorted().toArray();
      Arrays.stream(learned[user]).forEach(item -> counts[item]++);
    }
  }

  /// Holds out two interactions of every user.
  ///
  /// @param tastes filtered; everybody has three interactions at least
  /// @param seed of the order of what is equally old
  public static LeaveOneOut of(Tastes tastes, long seed) {
    Map<String, List<Interaction>> histories = new TreeMap<>(tastes.byUser());
    histories.replaceAll((user, history) -> inOrder(user, history, seed));
    List<String> numbered = byPopularity(histories);
    Map<String, Integer> numbers = new HashMap<>();
    numbered.forEach(item -> numbers.put(item, numbers.size()));
    List<List<Integer>> all = new ArrayList<>();
    for (List<Interaction> history : histories.values()) {
      all.add(history.stream().map(each -> numbers.getOrDefault(each.item(), -1)).toList());
    }
    return new LeaveOneOut(
        List.copyOf(histories.keySet()),
        histories.keySet().stream().map(user -> tastes.countries().getOrDefault(user, "")).toList(),
        numbered.stream()
            .map(item -> Optional.ofNullable(tastes.items().get(item)).orElseThrow())
            .toList(),
        all);
  }

  private static List<Interaction> inOrder(String user, List<Interaction> history, long seed) {
    if (history.size() < FEWEST) {
      throw new IllegalArgumentException(
          "a user with fewer than %d interactions cannot be split".formatted(FEWEST));
    }
    List<Interaction> ordered = new ArrayList<>(history);
    ordered.sort(Comparator.comparing(Interaction::item));
    Collections.shuffle(ordered, new Random(31 * seed + user.hashCode()));
    ordered.sort(Comparator.comparing(each -> each.at().orElse(Instant.MIN)));
    return ordered;
  }

  private static List<String> byPopularity(Map<String, List<Interaction>> histories) {
    Map<String, Integer> counts = new HashMap<>();
    for (List<Interaction> history : histories.values()) {
      history.forEach(each -> counts.merge(each.item(), 0, Integer::sum));
      history
          .subList(0, history.size() - 2)
          .forEach(each -> counts.merge(each.item(), 1, Integer::sum));
    }
    List<String> numbered = new ArrayList<>(counts.keySet());
    numbered.sort(
        Comparator.comparing((String item) -> counts.getOrDefault(item, 0))
            .reversed()
            .thenComparing(Comparator.naturalOrder()));
    return numbered;
  }

  @Override
  public int users() {
    return users.size();
  }

  /// A user's name.
  public String user(int user) {
    return users.get(user);
  }

  /// A user's country, if it is known.
  public Optional<String> country(int user) {
    return Optional.of(countries.get(user)).filter(country -> !country.isBlank());
  }

  /// All countries that are known, in alphabetical order.
  public List<String> countries() {
    TreeSet<String> known = new TreeSet<>(countries);
    known.remove("");
    return List.copyOf(known);
  }

  @Override
  public List<Item> items() {
    return items;
  }

  @Override
  public int[] learned(int user) {
    return learned[user].clone();
  }

  /// How many interactions are learned from.
  public int interactions() {
    return Arrays.stream(counts).sum();
  }

  @Override
  public int count(int item) {
    return counts[item];
  }

  /// Whether an item belongs to the least interacted 80 %.
  public boolean cold(int item) {
    return item >= items.size() - (int) (COLD_SHARE * items.size());
  }

  /// The item that was held out.
  public int right(int user, Asked asked) {
    return switch (asked) {
      case VALIDATION -> validation[user];
      case TEST -> test[user];
    };
  }

  /// Items that are no answer, since the user is known to have taken to them before.
  public BitSet taken(int user, Asked asked) {
    BitSet taken = new BitSet(items.size());
    Arrays.stream(learned[user]).forEach(taken::set);
    if (asked == Asked.TEST) {
      taken.set(validation[user]);
    }
    return taken;
  }
}
