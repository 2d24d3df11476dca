package io.chihiro.models.index;

class GraphIndexTest extends VectorIndexContract {
  @Override
  Indexes kind() {
    return Indexes.GRAPH;
  }

  @Override
  double leastRecall() {
    return 0.97;
  }
}
