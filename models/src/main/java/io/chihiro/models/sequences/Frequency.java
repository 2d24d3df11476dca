package io.chihiro.models.sequences;

/// What the frequency of songs says by itself, damped: `nᵢ^0.75` (Mikolov et al. 2013).
///
/// The skip-gram draws its negatives by it and PMI divides by it, so the score of a next song has
/// to give it back: `ln P(o|c) = affinity(c, o) + 0.75·ln n(o) + a constant`.
final class Frequency {
  /// Between the songs' own frequency and none; the best of those that the paper tried.
  static final double DAMPING = 0.75;

  private Frequency() {}

  /// `nᵢ^0.75` by number, of songs from 1.
  static double[] damped(Vocabulary vocabulary) {
    double[] damped = new double[vocabulary.size() + 1];
    for (int id = 1; id < damped.length; id++) {
      damped[id] = Math.pow((double) vocabulary.count(id), DAMPING);
    }
    return damped;
  }

  /// `0.75·ln nᵢ` by number, of songs from 1.
  static float[] prior(Vocabulary vocabulary) {
    float[] prior = new float[vocabulary.size() + 1];
    for (int id = 1; id < prior.length; id++) {
      prior[id] = (float) (DAMPING * Math.log((double) vocabulary.count(id)));
    }
    return prior;
  }
}
