package io.chihiro.models.evaluation;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How early the right songs come for each persona, asked of all on the same songs.
///
/// @param tuned average precision at ten of the version that is judged, by persona
/// @param base the same of the encoder that ships with the program
/// @param serving the same of the version that serves, if there is one
/// @param songs that were ranked
/// @param lines of these songs
/// @param bootstrap draws personas
public record LinesMeasured(
    Map<String, Double> tuned,
    Map<String, Double> base,
    Optional<Map<String, Double>> serving,
    int songs,
    long lines,
    Bootstrap bootstrap) {
  public LinesMeasured {
    tuned = Map.copyOf(tuned);
    base = Map.copyOf(base);
  }

  /// How many personas asked.
  public int personas() {
    return tuned.size();
  }

  /// MAP@10 of the version that is judged.
  public Interval ofTuned() {
    return bootstrap.mean(inOrder(tuned).values());
  }

  /// MAP@10 of the encoder that ships with the program.
  public Interval ofBase() {
    return bootstrap.mean(inOrder(base).values());
  }

  /// MAP@10 of the version that serves.
  public Optional<Interval> ofServing() {
    return serving.map(each -> bootstrap.mean(inOrder(each).values()));
  }

  /// By how much the judged version is ahead of the base, persona by persona.
  public Interval gainOverBase() {
    return bootstrap.gain(inOrder(tuned), base);
  }

  /// The same of the version that serves.
  public Optional<Interval> gainOverServing() {
    return serving.map(each -> bootstrap.gain(inOrder(tuned), each));
  }

  // The same personas are drawn whatever order a map has.
  private static Map<String, Double> inOrder(Map<String, Double> precisions) {
    return new TreeMap<>(precisions);
  }
}
