package io.chihiro.ocr;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The heaviest row of dates that never fall, out of those of a notebook. Pure.
final class RisingDates {
  /// A date that is certain by itself.
  ///
  /// @param weight how much it counts beside others
  record Certain(LocalDate date, double weight) {}

  private final List<Optional<Certain>> dates;
  private final boolean[] believed;

  /// @param dates of the entries in their order; empty where nothing is certain
  RisingDates(List<Optional<Certain>> dates) {
    this.dates = dates;
    this.believed = new boolean[dates.size()];
    believeHeaviestRow();
  }

  /// The believed date next before a place.
  Optional<LocalDate> before(int place) {
    for (int i = place - 1; i >= 0; i--) {
      if (believed[i]) {
        return date(i);
      }
    }
    return Optional.empty();
  }

  /// The believed date next after a place.
  Optional<LocalDate> after(int place) {
    for (int i = place + 1; i < believed.length; i++) {
      if (believed[i]) {
        return date(i);
      }
    }
    return Optional.empty();
  }

  // The longest rising subsequence, by weight: each place's best row ends in it and continues the
  // best row that ends in an earlier date.
  private void believeHeaviestRow() {
    double[] weight = new double[dates.size()];
    int[] previous = new int[dates.size()];
    int heaviest = -1;
    for (int i = 0; i < dates.size(); i++) {
      if (dates.get(i).isPresent()) {
        previous[i] = heaviestBefore(i, weight);
        weight[i] = weight(i) + (previous[i] < 0 ? 0 : weight[previous[i]]);
        heaviest = heaviest < 0 || weight[i] > weight[heaviest] ? i : heaviest;
      }
    }
    for (int i = heaviest; i >= 0; i = previous[i]) {
      believed[i] = true;
    }
  }

  private int heaviestBefore(int place, double[] weight) {
    LocalDate here = date(place).orElseThrow();
    int heaviest = -1;
    for (int i = 0; i < place; i++) {
      boolean rises = date(i).filter(earlier -> !earlier.isAfter(here)).isPresent();
      if (rises && (heaviest < 0 || weight[i] > weight[heaviest])) {
        heaviest = i;
      }
    }
    return heaviest;
  }

  private double weight(int place) {
    return dates.get(place).map(Certain::weight).orElse(0.0);
  }

  private Optional<LocalDate> date(int place) {
    return dates.get(place).map(Certain::date);
  }
}
