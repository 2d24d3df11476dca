package io.chihiro.models.tastes;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What many users took to, each item once a user, and what is known of both.
///
/// @param interactions no two of the same user and item
/// @param items by id; every interaction's item is among them
/// @param countries by user, where it is known
public record Tastes(
    List<Interaction> interactions, Map<String, Item> items, Map<String, String> countries) {
  private static final Comparator<Interaction> EARLIEST_FIRST =
      Comparator.comparing(each -> each.at().orElse(Instant.MAX));

  public Tastes {
    interactions = List.copyOf(interactions);
    items = Map.copyOf(items);
    countries = Map.copyOf(countries);
    for (Interaction each : interactions) {
      if (!items.containsKey(each.item())) {
        throw new IllegalArgumentException("an interaction's item is not described");
      }
    }
  }

  /// Of interactions that may repeat themselves: an item is taken to once, the first time that is
  /// told.
  public static Tastes of(
      Collection<Interaction> interactions,
      Map<String, Item> items,
      Map<String, String> countries) {
    Map<List<String>, Interaction> first = new LinkedHashMap<>();
    for (Interaction each : interactions) {
      first.merge(
          List.of(each.user(), each.item()),
          each,
          (one, other) -> EARLIEST_FIRST.compare(one, other) <= 0 ? one : other);
    }
    return new Tastes(List.copyOf(first.values()), items, countries);
  }

  /// The k-core: users and items of fewer interactions are dropped, again and again until none is
  /// left that has fewer. It does not matter which goes first.
  ///
  /// @param least interactions of a user or an item that stays
  public Tastes core(int least) {
    List<Interaction> kept = interactions;
    while (true) {
      Map<String, Integer> ofUser = counts(kept, Interaction::user);
      Map<String, Integer> ofItem = counts(kept, Interaction::item);
      List<Interaction> left =
          kept.stream()
              .filter(each -> ofUser.getOrDefault(each.user(), 0) >= least)
              .filter(each -> ofItem.getOrDefault(each.item(), 0) >= least)
              .toList();
      if (left.size() == kept.size()) {
        return new Tastes(kept, items, countries);
      }
      kept = left;
    }
  }

  /// The items that most users took to, and nothing else.
  ///
  /// @param most how many items stay
  public Tastes mostTaken(int most) {
    Map<String, Integer> counts = counts(interactions, Interaction::item);
    Set<String> kept =
        counts.keySet().stream()
            .sorted(
                Comparator.comparingInt((String item) -> -counts.getOrDefault(item, 0))
                    .thenComparing(Comparator.naturalOrder()))
            .limit(most)
            .collect(Collectors.toSet());
    return new Tastes(
        interactions.stream().filter(each -> kept.contains(each.item())).toList(),
        items,
        countries);
  }

  /// Whose interactions these are.
  public Set<String> users() {
    return interactions.stream().map(Interaction::user).collect(Collectors.toSet());
  }

  /// How many items somebody took to.
  public int itemCount() {
    return counts(interactions, Interaction::item).size();
  }

  /// Interactions by user.
  Map<String, List<Interaction>> byUser() {
    return interactions.stream().collect(Collectors.groupingBy(Interaction::user));
  }

  private static Map<String, Integer> counts(
      List<Interaction> interactions, Function<Interaction, String> of) {
    Map<String, Integer> counts = new HashMap<>();
    interactions.forEach(each -> counts.merge(of.apply(each), 1, Integer::sum));
    return counts;
  }
}
