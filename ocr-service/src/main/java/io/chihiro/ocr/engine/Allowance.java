package io.chihiro.ocr.engine;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// How many pages may still be sent away this month. A page on its way counts, so that several
/// workers do not pass the cap together. Thread-safe.
final class Allowance {
  private final KeptAnswers kept;
  private final Map<String, Integer> onTheirWay = new HashMap<>();

  Allowance(KeptAnswers kept) {
    this.kept = kept;
  }

  /// Takes a page's place under the cap, if there is one; whoever got it gives it back.
  synchronized boolean take(String user, int monthlyPages) throws IOException {
    var sent = kept.spentThisMonth(user).stream().mapToLong(Spent::pages).sum();
    var waiting = onTheirWay.getOrDefault(user, 0);
    if (sent + waiting >= monthlyPages) {
      return false;
    }
    onTheirWay.put(user, waiting + 1);
    return true;
  }

  /// The page has come back, answered (and counted as such) or not.
  synchronized void giveBack(String user) {
    onTheirWay.computeIfPresent(user, (_, waiting) -> waiting - 1);
  }
}
