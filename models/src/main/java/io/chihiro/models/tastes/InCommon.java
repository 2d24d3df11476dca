package io.chihiro.models.tastes;

/// How many users took to both of two items: `XᵀX` of the users' rows of ones and zeros.
final class InCommon {
  private InCommon() {}

  /// By number on both sides; the diagonal holds how many users an item has.
  static float[][] of(TakenItems taken) {
    int items = taken.items().size();
    float[][] common = new float[items][items];
    for (int user = 0; user < taken.users(); user++) {
      int[] own = taken.learned(user);
      for (int one : own) {
        for (int other : own) {
          common[one][other]++;
        }
      }
    }
    return common;
  }
}
