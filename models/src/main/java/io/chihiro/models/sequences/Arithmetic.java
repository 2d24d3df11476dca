package io.chihiro.models.sequences;

/// What a skip-gram does with rows of numbers, all of one length: nearly all of its time goes here.
interface Arithmetic {
  /// The quickest that this JVM has: many numbers at once if it was given the module
  /// `jdk.incubator.vector`, else one after the other. Their sums differ in the last digits.
  static Arithmetic quickest() {
    boolean vectors = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    return vectors ? new VectorArithmetic() : new PlainArithmetic();
  }

  /// `Σ aᵢ·bᵢ`.
  float dot(float[] a, float[] b);

  /// A step of both sides: `pull += by·output`, then `output += by·input`.
  void step(float[] input, float[] output, float by, float[] pull);

  /// `row += other`.
  void add(float[] row, float[] other);
}
