package io.chihiro.recommend.index;

import java.util.List;
import java.util.Map;

/// Keeps the halves of every user's days, and how far the topics have been read into it.
///
/// A cache: emptied, it is filled again from the topics.
public interface DayStore {
  /// Takes changes in, then notes the positions that they lead to.
  ///
  /// @param positions offset to read next, by `topic-partition`
  void apply(List<DayChange> changes, Map<String, Long> positions);

  /// The moments of one user.
  List<DayChange> moments(String user);

  /// The vectors of one user's days under one version of a model.
  List<DayChange> vectors(String user, String version);

  /// Where to read on, by `topic-partition`; empty when it must be filled from the beginning.
  Map<String, Long> positions();
}
