package io.chihiro.models.tastes;

import io.chihiro.models.tastes.LeaveOneOut.Asked;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Where a model puts the item that was held out, among all items that the user is not known to
/// have taken to, and what that is worth.
public final class Ranks {
  /// So many items are shown.
  static final int DEPTH = 10;

  private static final double LN_2 = Math.log(2);

  private Ranks() {}

  /// The rank of what was held out, from 1, one a user.
  static List<Integer> of(LeaveOneOut split, TasteModel model, Asked asked) {
    List<Integer> ranks = new ArrayList<>();
    for (int user = 0; user < split.users(); user++) {
      float[] scores = model.scores(user);
      ranks.add(rank(scores, split.right(user, asked), split.taken(user, asked)));
    }
    return ranks;
  }

  /// One more than the items ahead of it; of equal scores the lower number is ahead.
  static int rank(float[] scores, int right, BitSet taken) {
    if (Float.isNaN(scores[right])) {
      throw new IllegalArgumentException("a score is not a number");
    }
    int rank = 1;
    for (int item = 0; item < scores.length; item++) {
      boolean ahead =
          scores[item] > scores[right] || (scores[item] == scores[right] && item < right);
      if (ahead && !taken.get(item)) {
        rank++;
      }
    }
    return rank;
  }

  /// The items that are shown, best first.
  static List<Integer> shown(float[] scores, BitSet taken) {
    List<Integer> best = new ArrayList<>();
    for (int item = 0; item < scores.length; item++) {
      if (taken.get(item)) {
        continue;
      }
      int place = best.size();
      while (place > 0 && scores[item] > scores[best.get(place - 1)]) {
        place--;
      }
      best.add(place, item);
      if (best.size() > DEPTH) {
        best.removeLast();
      }
    }
    return best;
  }

  /// HR@10 of one user: whether it is shown at all.
  static double hit(int rank) {
    return rank <= DEPTH ? 1 : 0;
  }

  /// nDCG@10 of one user: `1 / log₂(1 + rank)`, as only one item is right and the best is 1.
  static double ndcg(int rank) {
    return rank <= DEPTH ? LN_2 / Math.log(1.0 + rank) : 0;
  }

  /// nDCG@10 of one user.
  ///
  /// @param scores of every item by number
  public static double ndcg(LeaveOneOut split, int user, float[] scores, Asked asked) {
    return ndcg(rank(scores, split.right(user, asked), split.taken(user, asked)));
  }

  /// The mean nDCG@10 on the validation.
  static double validation(LeaveOneOut split, TasteModel model) {
    return of(split, model, Asked.VALIDATION).stream()
        .mapToDouble(Ranks::ndcg)
        .average()
        .orElseThrow();
  }

  /// The model whose nDCG@10 on the validation is the highest.
  static <M extends TasteModel> M best(LeaveOneOut split, Stream<M> tried) {
    record Tried<T>(T model, double ndcg) {}
    return tried
        .map(model -> new Tried<>(model, validation(split, model)))
        .max(Comparator.comparingDouble(Tried::ndcg))
        .orElseThrow()
        .model();
  }
}
