package io.chihiro.models.sequences;

/// The most frequent songs, whatever is asked: a baseline.
public record MostPopular(Vocabulary vocabulary) implements SequenceModel {
  @Override
  public float[] similarities(int song) {
    return counts();
  }

  @Override
  public float[] next(int[] last) {
    return counts();
  }

  private float[] counts() {
    float[] counts = new float[vocabulary.size() + 1];
    for (int id = 1; id < counts.length; id++) {
      counts[id] = (float) vocabulary.count(id);
    }
    return counts;
  }
}
