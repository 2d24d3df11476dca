package io.chihiro.models.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Embedding;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.norm.LayerNorm;
import io.chihiro.models.torch.TwoTowers.Config;

/// The layers of both towers and of the scorer above them.
///
/// Shapes: U users, C candidates, P = U·C pairs, D the width of what a tower gives.
final class TowerLayers {
  private static final float EPSILON = 1e-5f;

  private static final String WEIGHT = ".weight";
  private static final String BIAS = ".bias";

  private final Config config;
  private final Parameters parameters;

  /// @param parameters as [TowerStart] makes them
  TowerLayers(Config config, Parameters parameters) {
    this.config = config;
    this.parameters = parameters;
  }

  /// Rows of the tables: of users their own, the country's and the name's, of items their own, the
  /// artist's and the tag's.
  record Columns(NDArray own, NDArray first, NDArray second) {}

  /// U -> U x D
  NDArray users(Columns users, boolean training) {
    NDArray wide =
        looked("user.id", users.own())
            .concat(looked("user.country", users.first()), 1)
            .concat(looked("user.name", users.second()), 1);
    return tower("user", wide, training);
  }

  /// C, and texts C x T -> C x D
  NDArray items(Columns items, NDArray texts, boolean training) {
    NDArray wide =
        looked("item.id", items.own())
            .concat(looked("item.artist", items.first()), 1)
            .concat(looked("item.tag", items.second()), 1)
            .concat(Activation.gelu(linear(texts, "item.text")), 1);
    return tower("item", wide, training);
  }

  private NDArray tower(String name, NDArray wide, boolean training) {
    NDArray x = dropped(wide, training);
    x = Activation.gelu(plainNorm(linear(x, name + ".0")));
    x = Activation.gelu(plainNorm(linear(x, name + ".1")));
    return Activation.gelu(linear(x, name + ".2"));
  }

  /// Every user with every candidate: U x D and C x D -> U x C.
  ///
  /// Dot-compress makes `E(EᵀW + b)` of the pair `E` (2 x D), with `W` 2 x D and `b` D. That is
  /// `GW + s·b` with the pair's dot products `G = EEᵀ` and sums `s`: five numbers of a pair,
  /// `u·u`, `u·i`, `i·i`, `Σu` and `Σi`, times a matrix that is the same for all pairs. So
  /// nothing of 2 x D numbers is made of a pair, and this is all that the scorer sees of it.
  NDArray scores(NDArray users, NDArray items) {
    long rows = users.getShape().get(0);
    long columns = items.getShape().get(0);
    Shape all = new Shape(rows, columns);
    NDArray features =
        new NDList(
                column(users.square(), 1).broadcast(all),
                users.matMul(items.transpose()),
                column(items.square(), 0).broadcast(all),
                column(users, 1).broadcast(all),
                column(items, 0).broadcast(all))
            .stream()
                .map(each -> each.reshape(rows * columns, 1))
                .reduce((one, other) -> one.concat(other, 1))
                .orElseThrow();
    return scored(features.matMul(compress(users.getManager())).add(first(BIAS))).reshape(all);
  }

  // Sums of rows, standing (U x 1) or lying (1 x C).
  private static NDArray column(NDArray rows, int axis) {
    return rows.sum(new int[] {1}).expandDims(axis);
  }

  // 5 x 128: what each of the five numbers adds to the scorer's first layer, by way of the 2 x D
  // numbers of a pair.
  private NDArray compress(NDManager step) {
    NDArray ofUser = in(step, parameters.get(TowerStart.DOT_WEIGHT).get("0:1"));
    NDArray ofItem = in(step, parameters.get(TowerStart.DOT_WEIGHT).get("1:2"));
    NDArray bias = in(step, parameters.get(TowerStart.DOT_BIAS).expandDims(0));
    NDArray none = step.zeros(bias.getShape());
    NDArray flat =
        ofUser
            .concat(none, 1)
            .concat(ofItem.concat(ofUser, 1), 0)
            .concat(none.concat(ofItem, 1), 0)
            .concat(bias.concat(none, 1), 0)
            .concat(none.concat(bias, 1), 0);
    return flat.matMul(in(step, first(WEIGHT).transpose()));
  }

  private NDArray first(String part) {
    return parameters.get("scorer.0" + part);
  }

  // What is made of a parameter lives as long as the parameter unless it is told otherwise.
  private static NDArray in(NDManager step, NDArray made) {
    made.attach(step);
    return made;
  }

  /// P x 128, the first layer's -> P x 1
  NDArray scored(NDArray pairs) {
    NDArray x = Activation.gelu(norm(pairs, "scorer.norm.0"));
    x = Activation.gelu(norm(linear(x, "scorer.1"), "scorer.norm.1"));
    return linear(x, "scorer.2");
  }

  private NDArray looked(String table, NDArray ids) {
    return Embedding.embedding(ids, parameters.get(table), SparseFormat.DENSE).singletonOrThrow();
  }

  /// P x inputs -> P x outputs
  NDArray linear(NDArray x, String name) {
    return Linear.linear(x, parameters.get(name + WEIGHT), parameters.get(name + BIAS))
        .singletonOrThrow();
  }

  private NDArray norm(NDArray x, String name) {
    return LayerNorm.layerNorm(
            x,
            new Shape(x.getShape().get(1)),
            parameters.get(name + ".scale"),
            parameters.get(name + ".shift"),
            EPSILON)
        .singletonOrThrow();
  }

  // S4's towers have norms without numbers of their own.
  private static NDArray plainNorm(NDArray x) {
    NDArray centred = x.sub(x.mean(new int[] {1}, true));
    NDArray variance = centred.square().mean(new int[] {1}, true);
    return centred.div(variance.add(EPSILON).sqrt());
  }

  private NDArray dropped(NDArray x, boolean training) {
    return training && config.dropout() > 0
        ? Dropout.dropout(x, (float) config.dropout(), true).singletonOrThrow()
        : x;
  }
}
