package io.chihiro.models.tastes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything that users took to, with nothing held out: what the version learns from that answers.
public final class AllTaken implements TakenItems {
  private final List<Item> items;
  private final int[][] learned;
  private final int[] counts;

  private AllTaken(List<Item> items, List<int[]> learned) {
    this.items = List.copyOf(items);
    this.learned = learned.toArray(int[][]::new);
    this.counts = new int[items.size()];
    for (int[] own : this.learned) {
      Arrays.stream(own).forEach(item -> counts[item]++);
    }
  }

  /// All of it; who the users are is not kept.
  public static AllTaken of(Tastes tastes) {
    Map<String, Integer> counts = new HashMap<>();
    tastes.interactions().forEach(each -> counts.merge(each.item(), 1, Integer::sum));
    List<String> ids = new ArrayList<>(counts.keySet());
    ids.sort(
        Comparator.comparing((String id) -> counts.getOrDefault(id, 0))
            .reversed()
            .thenComparing(Comparator.naturalOrder()));
    Map<String, Integer> numbers = new HashMap<>();
    ids.forEach(id -> numbers.put(id, numbers.size()));
    List<int[]> learned = new ArrayList<>();
    for (List<Interaction> own : tastes.byUser().values()) {
      learned.add(
          own.stream().mapToInt(each -> numbers.getOrDefault(each.item(), -1)).sorted().toArray());
    }
    return new AllTaken(
        ids.stream().map(id -> Optional.ofNullable(tastes.items().get(id)).orElseThrow()).toList(),
        learned);
  }

  @Override
  public int users() {
    return learned.length;
  }

  @Override
  public List<Item> items() {
    return items;
  }

  @Override
  public int[] learned(int user) {
    return learned[user].clone();
  }

  @Override
  public int count(int item) {
    return counts[item];
  }
}
