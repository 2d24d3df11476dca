package io.chihiro.models;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.chihiro.models.ModelCard.Pooling;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A transformer that is loaded and runs. Thread-safe, but not to be closed while it runs.
final class EncoderSession implements AutoCloseable {
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final Pooling pooling;
  private final List<String> names;

  private EncoderSession(byte[] model, Pooling pooling, Map<String, String> waiting, int threads) {
    this.pooling = pooling;
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      for (Map.Entry<String, String> each : waiting.entrySet()) {
        options.addConfigEntry(each.getKey(), each.getValue());
      }
      session = environment.createSession(model, options);
      names = List.copyOf(session.getInputNames());
    } catch (OrtException e) {
      throw new IllegalStateException("the encoder's model cannot be loaded", e);
    }
  }

  /// Runs in the thread that calls, and in no other.
  static EncoderSession alone(byte[] model, Pooling pooling) {
    return new EncoderSession(model, pooling, Map.of("session.intra_op.allow_spinning", "0"), 1);
  }

  /// Shares each step between threads. A step takes some twenty microseconds, so they wait awake
  /// for the next one, and asleep once the text is through.
  static EncoderSession together(byte[] model, Pooling pooling, int threads) {
    return new EncoderSession(
        model,
        pooling,
        Map.of("session.intra_op.allow_spinning", "1", "session.force_spinning_stop", "1"),
        threads);
  }

  /// The vector of each text; all have the same length.
  List<float[]> run(List<Encoding> texts) {
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      for (String name : names) {
        inputs.put(name, tensor(texts, part(name)));
      }
      try (OrtSession.Result result = session.run(inputs)) {
        return TokenPooling.pooled((OnnxTensor) result.get(0), pooling);
      }
    } catch (OrtException e) {
      throw new IllegalStateException("the encoder could not run: " + e.getCode(), e);
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private static Function<Encoding, long[]> part(String input) {
    return switch (input) {
      case "input_ids" -> Encoding::getIds;
      case "attention_mask" -> Encoding::getAttentionMask;
      case "token_type_ids" -> Encoding::getTypeIds;
      default -> throw new IllegalStateException("the encoder asks for an unknown " + input);
    };
  }

  private OnnxTensor tensor(List<Encoding> texts, Function<Encoding, long[]> part)
      throws OrtException {
    int tokens = texts.getFirst().getIds().length;
    LongBuffer numbers = LongBuffer.allocate(texts.size() * tokens);
    texts.forEach(text -> numbers.put(part.apply(text)));
    return OnnxTensor.createTensor(environment, numbers.flip(), new long[] {texts.size(), tokens});
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the encoder could not be closed: " + e.getCode(), e);
    }
  }
}
