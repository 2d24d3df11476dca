package io.chihiro.bench;

import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.evaluation.Comparison;
import io.chihiro.models.evaluation.Figure;
import io.chihiro.models.evaluation.Query.Kind;
import java.util.Optional;

/// One measurement.
///
/// @param bench the benchmark's name
/// @param what was measured
/// @param unit of `ours` and `peer`
/// @param ours this project's number
/// @param peer the same work done by somebody else, in the same run, if there is such
/// @param bar what ours must reach, if anything
record Row(
    String bench, String what, String unit, double ours, Optional<Double> peer, Optional<Bar> bar) {

  /// A measurement without peer and bar.
  static Row of(Benchmarks bench, String what, String unit, double ours) {
    return new Row(bench.word(), what, unit, ours, Optional.empty(), Optional.empty());
  }

  /// What a model made of one kind of question; the peer is the base encoder.
  ///
  /// @param name of the model, as the comparison calls it
  static Row beyondBase(
      Benchmarks bench, Comparison comparison, String name, Kind kind, Figure figure) {
    String what = "%s: %s, %s".formatted(name, kind.words(), figure.words());
    return of(bench, what, "", comparison.figure(name, kind, figure).value())
        .beside(comparison.figure(SentenceEncoder.NAME, kind, figure).value());
  }

  Row beside(double measuredPeer) {
    return new Row(bench, what, unit, ours, Optional.of(measuredPeer), bar);
  }

  Row against(Bar limit) {
    return new Row(bench, what, unit, ours, peer, Optional.of(limit));
  }

  /// Ours over the peer's.
  Optional<Double> ratio() {
    return peer.map(theirs -> ours / theirs);
  }

  /// Whether the bar holds; without a bar nothing can fail.
  boolean holds() {
    return bar.map(limit -> limit.holds(ours)).orElse(true);
  }
}
