package io.chihiro.models.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/// What fine-tuning wants of a batch of triplets. All vectors are of length one: B x H each.
public sealed interface Objective {
  /// Triplets of one step.
  int batch();

  /// How far the vectors are from what is wanted.
  NDArray loss(List<TextTriplet> texts, NDArray anchors, NDArray positives, NDArray negatives);

  /// The positive is closer than the negative by a margin (Schroff et al. 2015,
  /// arXiv:1503.03832): `max(0, d(a,p) − d(a,n) + margin)`, `d = 1 − cosine`.
  ///
  /// @param margin 0.5: half of what lies between unrelated and equal texts
  /// @param batch 2: few triplets make few steps otherwise
  record TripletMargin(double margin, int batch) implements Objective {
    /// As S0 has it.
    public static final TripletMargin PAPER = new TripletMargin(0.5, 2);

    @Override
    public NDArray loss(
        List<TextTriplet> texts, NDArray anchors, NDArray positives, NDArray negatives) {
      return cosines(anchors, negatives)
          .sub(cosines(anchors, positives))
          .add(margin)
          .maximum(0f)
          .mean();
    }

    private static NDArray cosines(NDArray a, NDArray b) {
      return a.mul(b).sum(new int[] {1});
    }
  }

  /// Among all positives and negatives of the batch the anchor's own is the closest (Henderson et
  /// al. 2017, arXiv:1705.00652; MultipleNegativesRanking): cross-entropy of `scale · cosine`.
  ///
  /// @param scale 20: cosines are too alike for a softmax as they are
  /// @param batch 8: the others of the batch are the negatives, so it needs some
  record InBatchNegatives(double scale, int batch) implements Objective {
    /// As sentence-transformers has it.
    public static final InBatchNegatives USUAL = new InBatchNegatives(20, 8);

    private static final float NEVER = -1e9f;

    @Override
    public NDArray loss(
        List<TextTriplet> texts, NDArray anchors, NDArray positives, NDArray negatives) {
      NDArray candidates = positives.concat(negatives, 0);
      // B x 2B
      NDArray scores = anchors.matMul(candidates.transpose()).mul(scale);
      NDManager step = anchors.getManager();
      NDArray logs = scores.add(unfit(step, texts)).logSoftmax(1);
      NDArray own = step.eye(texts.size(), 2 * texts.size(), 0, DataType.FLOAT32);
      return logs.mul(own).sum().neg().div(texts.size());
    }

    // A text that stands in the batch twice is no negative of itself, nor is another day of the
    // same song.
    private static NDArray unfit(NDManager step, List<TextTriplet> texts) {
      int rows = texts.size();
      float[] masks = new float[rows * 2 * rows];
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < 2 * rows; column++) {
          boolean alike = alike(texts.get(row), texts.get(column % rows), column < rows);
          masks[row * 2 * rows + column] = alike && column != row ? NEVER : 0;
        }
      }
      return step.create(masks, new Shape(rows, 2L * rows));
    }

    private static boolean alike(TextTriplet own, TextTriplet other, boolean positive) {
      String text = positive ? other.positive() : other.negative();
      return text.equals(own.anchor())
          || text.equals(own.positive())
          || (positive && other.song().equals(own.song()));
    }
  }
}
