package io.chihiro.models.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Embedding;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.norm.LayerNorm;
import io.chihiro.models.onnx.EncoderConfig;
import io.chihiro.models.onnx.EncoderConfig.Family;
import io.chihiro.models.onnx.RelativePositions;
import io.chihiro.models.torch.Tokens.Batch;

/// Turns tokens into a text's unit vector, as BERT, RoBERTa and MPNet do (Vaswani et al. 2017,
/// arXiv:1706.03762; Devlin et al. 2018, arXiv:1810.04805), with gradients.
///
/// A layer: `y = norm(x + W·attention(x))`, `z = norm(y + W₂·gelu(W₁·y))`,
/// `attention = softmax(Q·Kᵀ/√d)·V` for each head.
///
/// Parameters have their HuggingFace names. Shapes: B texts, T tokens, H hidden, A heads, D = H/A.
final class Transformer {
  /// Keeps a mean and a norm from being divided by nothing.
  private static final float TINY = 1e-9f;

  private final EncoderConfig config;
  private final Parameters parameters;
  private final float dropout;

  /// @param dropout share of the activations that a training step leaves out
  Transformer(EncoderConfig config, Parameters parameters, double dropout) {
    this.config = config;
    this.parameters = parameters;
    this.dropout = (float) dropout;
  }

  /// The texts' unit vectors, B x H.
  ///
  /// @param training whether activations are dropped
  NDArray encode(Batch batch, boolean training) {
    NDArray x = embeddings(batch.ids(), training);
    NDArray added = batch.hidden().add(distances(batch.ids()));
    for (int layer = 0; layer < config.layers(); layer++) {
      x = layer(x, added, "encoder.layer." + layer + ".", training);
    }
    return unit(pooled(x, batch.present()));
  }

  /// Rows of length one.
  static NDArray unit(NDArray rows) {
    return rows.div(rows.square().sum(new int[] {1}, true).sqrt().add(TINY));
  }

  // B x T -> B x T x H
  private NDArray embeddings(NDArray ids, boolean training) {
    NDManager step = ids.getManager();
    int first = config.firstPosition();
    int tokens = Math.toIntExact(ids.getShape().get(1));
    NDArray positions = step.arange(first, first + tokens, 1, DataType.INT64);
    NDArray types = step.zeros(ids.getShape(), DataType.INT64);
    NDArray x =
        looked(ids, "word_embeddings")
            .add(looked(types, "token_type_embeddings"))
            .add(looked(positions, "position_embeddings"));
    return dropped(norm(x, "embeddings.LayerNorm"), training);
  }

  private NDArray looked(NDArray ids, String table) {
    return rows(ids, "embeddings." + table + ".weight");
  }

  private NDArray rows(NDArray ids, String table) {
    return Embedding.embedding(ids, parameters.get(table), SparseFormat.DENSE).singletonOrThrow();
  }

  // What every pair of tokens adds to a head's scores, in MPNet: 1 x A x T x T
  private NDArray distances(NDArray ids) {
    if (config.family() != Family.MPNET) {
      return ids.getManager().zeros(new Shape(1, 1, 1, 1));
    }
    int tokens = Math.toIntExact(ids.getShape().get(1));
    int classes = Math.toIntExact(parameters.get(RelativePositions.TABLE).getShape().get(0));
    NDArray pairs =
        ids.getManager()
            .create(RelativePositions.classes(tokens, classes), new Shape(tokens, tokens));
    return rows(pairs, RelativePositions.TABLE).transpose(2, 0, 1).expandDims(0);
  }

  // B x T x H -> B x T x H
  private NDArray layer(NDArray x, NDArray added, String layer, boolean training) {
    NDArray attended = attention(x, added, layer + "attention.self.", training);
    NDArray mixed = dropped(linear(attended, layer + "attention.output.dense"), training);
    NDArray y = norm(mixed.add(x), layer + "attention.output.LayerNorm");
    NDArray wide = Activation.gelu(linear(y, layer + "intermediate.dense"));
    NDArray narrow = dropped(linear(wide, layer + "output.dense"), training);
    return norm(narrow.add(y), layer + "output.LayerNorm");
  }

  // B x T x H -> B x T x H
  private NDArray attention(NDArray x, NDArray added, String block, boolean training) {
    NDArray queries = heads(linear(x, block + "query")).mul(1 / Math.sqrt(config.headSize()));
    NDArray keys = heads(linear(x, block + "key"));
    NDArray values = heads(linear(x, block + "value"));
    // B x A x T x T
    NDArray scores = queries.matMul(keys.transpose(0, 1, 3, 2));
    NDArray shares = dropped(scores.add(added).softmax(-1), training);
    return shares.matMul(values).transpose(0, 2, 1, 3).reshape(x.getShape());
  }

  // B x T x H -> B x A x T x D
  private NDArray heads(NDArray x) {
    Shape all = x.getShape();
    return x.reshape(all.get(0), all.get(1), config.heads(), config.headSize())
        .transpose(0, 2, 1, 3);
  }

  // B x T x H -> B x H
  private NDArray pooled(NDArray x, NDArray present) {
    return switch (config.pooling()) {
      case MEAN -> {
        NDArray share = present.div(present.sum(new int[] {1}, true));
        yield x.mul(share.expandDims(2)).sum(new int[] {1});
      }
      case CLS -> x.get(":, 0");
    };
  }

  private NDArray linear(NDArray x, String name) {
    return Linear.linear(x, parameters.get(name + ".weight"), parameters.get(name + ".bias"))
        .singletonOrThrow();
  }

  private NDArray norm(NDArray x, String name) {
    return LayerNorm.layerNorm(
            x,
            new Shape(config.hidden()),
            parameters.get(name + ".weight"),
            parameters.get(name + ".bias"),
            (float) config.epsilon())
        .singletonOrThrow();
  }

  private NDArray dropped(NDArray x, boolean training) {
    return training && dropout > 0 ? Dropout.dropout(x, dropout, true).singletonOrThrow() : x;
  }
}
