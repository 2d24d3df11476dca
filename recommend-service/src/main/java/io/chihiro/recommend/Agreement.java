package io.chihiro.recommend;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// How far two models agree: the songs that both put among their first, over how many they put
/// there.
///
/// @param models the two, in the order asked
/// @param overlap 0 to 1
record Agreement(List<String> models, double overlap) {

  /// A model's first songs, by their identities.
  record First(String model, List<String> songs) {}

  /// Of every two models.
  static List<Agreement> of(List<First> all) {
    List<Agreement> agreements = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      for (First other : all.subList(i + 1, all.size())) {
        agreements.add(between(all.get(i), other));
      }
    }
    return agreements;
  }

  private static Agreement between(First one, First other) {
    Set<String> both = new HashSet<>(one.songs());
    both.retainAll(new HashSet<>(other.songs()));
    int most = Math.max(one.songs().size(), other.songs().size());
    return new Agreement(
        List.of(one.model(), other.model()), most == 0 ? 1 : (double) both.size() / most);
  }
}
