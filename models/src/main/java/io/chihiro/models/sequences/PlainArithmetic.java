package io.chihiro.models.sequences;

/// One number after the other. Eight sums side by side keep a processor busy that would wait
/// for one.
final class PlainArithmetic implements Arithmetic {
  private static final int SIDE_BY_SIDE = 8;

  @Override
  public float dot(float[] a, float[] b) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    float s4 = 0;
    float s5 = 0;
    float s6 = 0;
    float s7 = 0;
    int i = 0;
    for (; i <= a.length - SIDE_BY_SIDE; i += SIDE_BY_SIDE) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
      s4 += a[i + 4] * b[i + 4];
      s5 += a[i + 5] * b[i + 5];
      s6 += a[i + 6] * b[i + 6];
      s7 += a[i + 7] * b[i + 7];
    }
    for (; i < a.length; i++) {
      s0 += a[i] * b[i];
    }
    return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
  }

  @Override
  public void step(float[] input, float[] output, float by, float[] pull) {
    for (int i = 0; i < pull.length; i++) {
      float weight = output[i];
      pull[i] += by * weight;
      output[i] = weight + by * input[i];
    }
  }

  @Override
  public void add(float[] row, float[] other) {
    for (int i = 0; i < row.length; i++) {
      row[i] += other[i];
    }
  }
}
