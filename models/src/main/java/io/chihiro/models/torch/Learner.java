package io.chihiro.models.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;

/// What the training loop asks of a model; of anything else it knows nothing.
///
/// @param <B> one batch of examples
interface Learner<B> {
  /// The model's numbers.
  Parameters parameters();

  /// The batches of an epoch in their order, always the same for the same epoch and as many in
  /// each.
  List<B> batches(int epoch);

  /// How wrong the model is on a batch: one number that gradients flow back from.
  ///
  /// @param step what all arrays of this step belong to
  NDArray loss(NDManager step, B batch);

  /// How right the model is on what was held out; the larger the better.
  double score();
}
