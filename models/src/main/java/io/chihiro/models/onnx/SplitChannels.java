package io.chihiro.models.onnx;

import io.chihiro.models.onnx.InputRanges.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What comes out of GELU, with the few channels that are far larger than the others divided into
/// pieces, so that steps of eight bits can be fine (after Zhao et al. 2019, arXiv:1901.09504).
///
/// Far above zero GELU leaves a number as it is, and what is larger than the last step is cut off.
/// So `x = cut(gelu(x)) + cut(gelu(x - t)) + cut(gelu(x - 2t)) …`, where `cut` keeps at most `t`: a
/// piece is one more column of the matrix before GELU, with a lower bias, and one more row of the
/// matrix behind it. Where `x` lies close to a multiple of `t` the sum is up to 0.17 below.
///
/// @param most what a piece holds at most: `t`
/// @param columns what the matrix before GELU makes, and the one behind it reads
record SplitChannels(float most, List<Piece> columns) {
  /// What nearly all numbers behind GELU stay below, in every layer. A piece holds at least as
  /// much: so far below zero GELU gives nothing.
  private static final float USUAL = 4;

  /// Columns more, beside a thousand or more.
  private static final int COLUMNS = 16;

  /// A part of a channel.
  ///
  /// @param below how many pieces of the channel lie below it
  record Piece(int channel, int below) {}

  /// @param range of what comes out of GELU
  static SplitChannels of(Range range) {
    int[] parts = parts(range);
    List<Piece> others = new ArrayList<>();
    for (int channel = 0; channel < parts.length; channel++) {
      for (int below = 1; below < parts[channel]; below++) {
        others.add(new Piece(channel, below));
      }
    }
    return new SplitChannels(most(range, parts), laidOut(parts.length, others));
  }

  // Again and again the one whose pieces hold most is given one more.
  private static int[] parts(Range range) {
    int[] parts = new int[range.channels()];
    Arrays.fill(parts, 1);
    for (int more = 0; more < Math.min(COLUMNS, parts.length); more++) {
      int largest = largest(range, parts);
      if (range.largest(largest) / parts[largest] <= USUAL) {
        break;
      }
      parts[largest]++;
    }
    return parts;
  }

  private static int largest(Range range, int[] parts) {
    int largest = 0;
    for (int channel = 1; channel < parts.length; channel++) {
      if (range.largest(channel) / parts[channel] > range.largest(largest) / parts[largest]) {
        largest = channel;
      }
    }
    return largest;
  }

  private static float most(Range range, int[] parts) {
    int largest = largest(range, parts);
    return Math.max(range.largest(largest) / parts[largest], 0);
  }

  // Neighbouring rows share their bits (ByteMatrix), and pieces of one channel have equal rows: so
  // further pieces stand between channels.
  private static List<Piece> laidOut(int width, List<Piece> others) {
    List<Piece> columns = new ArrayList<>();
    for (int channel = 0; channel < width; channel++) {
      columns.add(new Piece(channel, 0));
      if (channel < others.size()) {
        columns.add(others.get(channel));
      }
    }
    return columns;
  }

  /// The matrix before GELU.
  ///
  /// @param matrix inputs x channels
  Weight before(Weight matrix) {
    int inputs = matrix.length(0);
    float[] all = new float[inputs * columns.size()];
    for (int i = 0; i < all.length; i++) {
      int row = i / columns.size();
      int channel = columns.get(i % columns.size()).channel();
      all[i] = matrix.values()[row * matrix.length(1) + channel];
    }
    return Weight.of(all, inputs, columns.size());
  }

  /// What is added before GELU.
  ///
  /// @param bias one number a channel
  Weight bias(Weight bias) {
    float[] all = new float[columns.size()];
    for (int i = 0; i < all.length; i++) {
      Piece piece = columns.get(i);
      all[i] = bias.values()[piece.channel()] - piece.below() * most;
    }
    return Weight.of(all, all.length);
  }

  /// The matrix behind GELU.
  ///
  /// @param matrix channels x outputs
  Weight behind(Weight matrix) {
    int outputs = matrix.length(1);
    float[] all = new float[columns.size() * outputs];
    for (int i = 0; i < columns.size(); i++) {
      int from = columns.get(i).channel() * outputs;
      System.arraycopy(matrix.values(), from, all, i * outputs, outputs);
    }
    return Weight.of(all, columns.size(), outputs);
  }
}
