package io.chihiro.ocr;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What makes one text of another, word by word: the longest common subsequence. Pure.
public final class TextDifference {
  private static final Pattern WORDS = Pattern.compile("\\S+\\s*|\\s+");
  private static final int MOST_WORDS = 4000;

  /// A run of words.
  ///
  /// @param kind `same`, `gone` (only in the first text) or `new` (only in the second)
  public record Run(String kind, String text) {}

  private final List<String> before;
  private final List<String> after;
  private final int[][] common;
  private final List<Run> runs = new ArrayList<>();

  private TextDifference(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
    this.common = new int[before.size() + 1][after.size() + 1];
  }

  /// The runs that lead from one text to the other. Very long texts differ as a whole.
  static List<Run> of(String before, String after) {
    List<String> old = words(before);
    List<String> fresh = words(after);
    if (old.size() > MOST_WORDS || fresh.size() > MOST_WORDS) {
      return List.of(new Run("gone", before), new Run("new", after));
    }
    return new TextDifference(old, fresh).runs();
  }

  private static List<String> words(String text) {
    return WORDS.matcher(text).results().map(MatchResult::group).toList();
  }

  private List<Run> runs() {
    countCommon();
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && j < after.size() && isSame(i, j)) {
        add("same", after.get(j));
        i++;
        j++;
      } else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
        add("gone", before.get(i));
        i++;
      } else {
        add("new", after.get(j));
        j++;
      }
    }
    return runs;
  }

  private void countCommon() {
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            isSame(i, j) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
  }

  private boolean isSame(int i, int j) {
    return before.get(i).strip().equals(after.get(j).strip());
  }

  private void add(String kind, String word) {
    if (!runs.isEmpty() && runs.getLast().kind().equals(kind)) {
      Run run = runs.removeLast();
      runs.add(new Run(kind, run.text() + word));
      return;
    }
    runs.add(new Run(kind, word));
  }
}
