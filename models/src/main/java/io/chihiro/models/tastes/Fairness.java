package io.chihiro.models.tastes;

import io.chihiro.models.evaluation.Bootstrap;
import io.chihiro.models.evaluation.Interval;
import io.chihiro.models.tastes.LeaveOneOut.Asked;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// Whom a model's first ten show, and for whom they are right.
///
/// @param exposure share of all places that go to each tenth of the items, the most popular tenth
///     first; 0.1 each would be even
/// @param artistGini how unevenly places go to artists: 0 if all have as many, near 1 if one has
///     all of them
/// @param hitByCountry HR@10 of users of one country, where there are enough of them
public record Fairness(
    List<Double> exposure, double artistGini, Map<String, Interval> hitByCountry) {
  /// Fewer users say nothing of their country.
  static final int FEWEST_USERS = 10;

  private static final int TENTHS = 10;

  public Fairness {
    exposure = List.copyOf(exposure);
    hitByCountry = Collections.unmodifiableMap(new LinkedHashMap<>(hitByCountry));
  }

  /// Of what a model shows in the test.
  static Fairness of(
      LeaveOneOut split, TasteModel model, List<Integer> ranks, Bootstrap bootstrap) {
    long[] places = new long[split.items().size()];
    for (int user = 0; user < split.users(); user++) {
      for (int item : Ranks.shown(model.scores(user), split.taken(user, Asked.TEST))) {
        places[item]++;
      }
    }
    return new Fairness(
        exposure(places), gini(byArtist(split, places)), byCountry(split, ranks, bootstrap));
  }

  /// How far the best and the worst country are apart; empty with fewer than two.
  public OptionalDouble countryGap() {
    if (hitByCountry.size() < 2) {
      return OptionalDouble.empty();
    }
    var all = hitByCountry.values().stream().mapToDouble(Interval::value).summaryStatistics();
    return OptionalDouble.of(all.getMax() - all.getMin());
  }

  // Items are numbered by popularity, so a tenth of the numbers is a tenth of the items.
  static List<Double> exposure(long[] places) {
    double[] shares = new double[TENTHS];
    double sum = 0;
    for (int item = 0; item < places.length; item++) {
      shares[(int) ((long) item * TENTHS / places.length)] += places[item];
      sum += places[item];
    }
    List<Double> exposure = new ArrayList<>();
    for (double share : shares) {
      exposure.add(share / Math.max(1, sum));
    }
    return exposure;
  }

  /// `Σ (2i − n − 1)·xᵢ / (n·Σ xᵢ)` of the numbers in ascending order, i from 1.
  static double gini(Collection<Long> numbers) {
    double weighted = 0;
    double sum = 0;
    int place = 0;
    for (long number : numbers.stream().sorted().toList()) {
      place++;
      weighted += (2.0 * place - numbers.size() - 1) * number;
      sum += number;
    }
    return sum == 0 ? 0 : weighted / (numbers.size() * sum);
  }

  private static Collection<Long> byArtist(LeaveOneOut split, long[] places) {
    Map<String, Long> byArtist = new HashMap<>();
    for (int item = 0; item < places.length; item++) {
      byArtist.merge(split.items().get(item).artist(), places[item], Long::sum);
    }
    return byArtist.values();
  }

  private static Map<String, Interval> byCountry(
      LeaveOneOut split, List<Integer> ranks, Bootstrap bootstrap) {
    Map<String, Interval> byCountry = new LinkedHashMap<>();
    for (String country : split.countries()) {
      List<Integer> own = new ArrayList<>();
      for (int user = 0; user < split.users(); user++) {
        if (split.country(user).filter(country::equals).isPresent()) {
          own.add(ranks.get(user));
        }
      }
      if (own.size() >= FEWEST_USERS) {
        byCountry.put(country, Accuracy.of(own, bootstrap).hitAt10());
      }
    }
    return byCountry;
  }
}
