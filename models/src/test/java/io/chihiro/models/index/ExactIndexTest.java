package io.chihiro.models.index;

class ExactIndexTest extends VectorIndexContract {
  @Override
  Indexes kind() {
    return Indexes.EXACT;
  }

  @Override
  double leastRecall() {
    return 1;
  }
}
