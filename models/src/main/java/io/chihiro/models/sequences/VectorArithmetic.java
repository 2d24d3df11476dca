package io.chihiro.models.sequences;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// As many numbers at once as the processor has lanes: a row of 32 is two or four of its registers.
final class VectorArithmetic implements Arithmetic {
  private static final int MOST_LANES = 16;
  private static final VectorSpecies<Float> SPECIES =
      FloatVector.SPECIES_PREFERRED.length() > MOST_LANES
          ? FloatVector.SPECIES_512
          : FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final VectorShuffle<Float> HALF = turned(2);
  private static final VectorShuffle<Float> QUARTER = turned(4);
  private static final VectorShuffle<Float> EIGHTH = turned(8);
  private static final VectorShuffle<Float> SIXTEENTH = turned(16);

  @Override
  public float dot(float[] a, float[] b) {
    FloatVector sums = FloatVector.zero(SPECIES);
    int i = 0;
    for (; i <= a.length - LANES; i += LANES) {
      sums = at(a, i).fma(at(b, i), sums);
    }
    float sum = sum(sums);
    for (; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  @Override
  public void step(float[] input, float[] output, float by, float[] pull) {
    FloatVector everywhere = FloatVector.broadcast(SPECIES, by);
    int i = 0;
    for (; i <= pull.length - LANES; i += LANES) {
      FloatVector weights = at(output, i);
      weights.fma(everywhere, at(pull, i)).intoArray(pull, i);
      at(input, i).fma(everywhere, weights).intoArray(output, i);
    }
    for (; i < pull.length; i++) {
      pull[i] += by * output[i];
      output[i] += by * input[i];
    }
  }

  @Override
  public void add(float[] row, float[] other) {
    int i = 0;
    for (; i <= row.length - LANES; i += LANES) {
      at(row, i).add(at(other, i)).intoArray(row, i);
    }
    for (; i < row.length; i++) {
      row[i] += other[i];
    }
  }

  // A reduction by the API adds in whatever order it likes, another one once it is compiled; halves
  // folded onto each other give the same sum every time.
  private static float sum(FloatVector sums) {
    FloatVector folded = sums.add(sums.rearrange(HALF));
    if (LANES >= 4) {
      folded = folded.add(folded.rearrange(QUARTER));
    }
    if (LANES >= 8) {
      folded = folded.add(folded.rearrange(EIGHTH));
    }
    if (LANES >= 16) {
      folded = folded.add(folded.rearrange(SIXTEENTH));
    }
    return folded.lane(0);
  }

  private static VectorShuffle<Float> turned(int part) {
    return VectorShuffle.iota(SPECIES, LANES / part, 1, true);
  }

  private static FloatVector at(float[] row, int place) {
    return FloatVector.fromArray(SPECIES, row, place);
  }
}
