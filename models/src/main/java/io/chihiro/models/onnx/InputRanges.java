package io.chihiro.models.onnx;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.chihiro.models.evaluation.GeneralPairs;
import io.chihiro.models.evaluation.GeneralPairs.Pair;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Between which numbers the inputs of a transformer's linear layers lie, channel by channel, when
/// it reads everyday sentences: found once, when a graph of eight bits is written, so that nothing
/// needs to be looked for when it runs.
final class InputRanges {
  private final Map<String, Range> byLayer = new HashMap<>();

  /// The least and the largest number of each channel.
  static final class Range {
    private final float[] least;
    private final float[] largest;

    private Range(float[] least, float[] largest) {
      this.least = least;
      this.largest = largest;
    }

    /// @param least one number a channel
    /// @param largest as many
    static Range of(float[] least, float[] largest) {
      return new Range(least.clone(), largest.clone());
    }

    float least(int channel) {
      return least[channel];
    }

    float largest(int channel) {
      return largest[channel];
    }

    int channels() {
      return least.length;
    }

    private Range and(Range other) {
      float[] less = least.clone();
      float[] larger = largest.clone();
      for (int i = 0; i < less.length; i++) {
        less[i] = Math.min(less[i], other.least[i]);
        larger[i] = Math.max(larger[i], other.largest[i]);
      }
      return new Range(less, larger);
    }
  }

  private InputRanges() {}

  /// Reads the general sentences, one by one and joined to paragraphs, in full precision.
  ///
  /// @param tokenizer a `tokenizer.json`
  static InputRanges measured(EncoderConfig config, Weights weights, byte[] tokenizer) {
    InputRanges ranges = new InputRanges();
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(watched(config, weights))) {
      for (long[] ids : ids(tokenizer, config.tokens())) {
        ranges.read(environment, session, ids);
      }
    } catch (OrtException e) {
      throw new IllegalStateException("the inputs' ranges could not be measured", e);
    }
    return ranges;
  }

  /// Of one layer's input.
  ///
  /// @param layer with the dot behind it, e.g. `encoder.layer.0.output.dense.`
  Range of(String layer) {
    Range range = byLayer.get(layer);
    if (range == null) {
      throw new IllegalArgumentException("nothing is known of the input of " + layer);
    }
    return range;
  }

  private void read(OrtEnvironment environment, OrtSession session, long[] ids)
      throws OrtException {
    try (OnnxTensor text = OnnxTensor.createTensor(environment, new long[][] {ids});
        OrtSession.Result result = session.run(Map.of("input_ids", text))) {
      for (Map.Entry<String, OnnxValue> output : result) {
        String name = output.getKey();
        if (name.endsWith(WatchedLayers.LEAST)) {
          String layer = name.substring(0, name.length() - WatchedLayers.LEAST.length());
          byLayer.merge(layer, range(result, layer), Range::and);
        }
      }
    }
  }

  private static Range range(OrtSession.Result result, String layer) {
    return new Range(
        numbers(result, layer + WatchedLayers.LEAST),
        numbers(result, layer + WatchedLayers.LARGEST));
  }

  private static float[] numbers(OrtSession.Result result, String output) {
    OnnxTensor tensor = (OnnxTensor) result.get(output).orElseThrow();
    float[] numbers = new float[tensor.getFloatBuffer().remaining()];
    tensor.getFloatBuffer().get(numbers);
    return numbers;
  }

  private static byte[] watched(EncoderConfig config, Weights weights) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      TransformerGraph.writeWatched(config, weights, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("a graph could not be kept in memory", e);
    }
  }

  private static List<long[]> ids(byte[] tokenizer, int most) {
    String longest = String.valueOf(most);
    Map<String, String> options =
        Map.of(
            "padding",
            "false",
            "truncation",
            "true",
            "maxLength",
            longest,
            "modelMaxLength",
            longest);
    try (InputStream file = new ByteArrayInputStream(tokenizer);
        HuggingFaceTokenizer words = HuggingFaceTokenizer.newInstance(file, options)) {
      return texts().map(text -> words.encode(text).getIds()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the tokenizer cannot be loaded", e);
    }
  }

  // Every first sentence alone, and with all that are paired with it.
  private static Stream<String> texts() {
    Map<String, String> paragraphs =
        GeneralPairs.all().stream()
            .collect(
                Collectors.toMap(
                    Pair::first, Pair::second, (some, next) -> some + " " + next, TreeMap::new));
    return paragraphs.entrySet().stream()
        .flatMap(group -> Stream.of(group.getKey(), group.getKey() + " " + group.getValue()));
  }
}
