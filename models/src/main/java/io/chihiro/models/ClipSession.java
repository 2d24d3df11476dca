package io.chihiro.models;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One half of a [ClipFolder] as ONNX Runtime runs it: something in, a unit vector of each out.
/// Thread-safe.
final class ClipSession implements AutoCloseable {
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final String output;
  private final NativeUse use;

  /// What goes in, by name; made where it can be closed again.
  interface Inputs {
    Map<String, OnnxTensor> in(OrtEnvironment environment) throws OrtException;
  }

  /// @param output what the vectors are called, if there is more than one
  /// @throws IllegalArgumentException if it cannot be loaded or gives no such vectors
  ClipSession(Path model, String output, int threads) {
    this.use = new NativeUse(String.valueOf(model.getFileName()));
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      session = environment.createSession(model.toString(), options);
    } catch (OrtException e) {
      throw new IllegalArgumentException("it is no model that can be loaded", e);
    }
    Set<String> outputs = session.getOutputNames();
    if (!outputs.contains(output) && outputs.size() > 1) {
      close();
      throw new IllegalArgumentException(
          "it gives %s and no %s: export it with its projection"
              .formatted(String.join(", ", outputs), output));
    }
    this.output = outputs.contains(output) ? output : outputs.iterator().next();
  }

  /// What it takes.
  Set<String> inputs() {
    return session.getInputNames();
  }

  /// The vectors of all that goes in.
  List<float[]> run(Inputs inputs) {
    return use.with(() -> runOpen(inputs));
  }

  private List<float[]> runOpen(Inputs inputs) {
    try {
      Map<String, OnnxTensor> tensors = inputs.in(environment);
      try (OrtSession.Result result = session.run(tensors, Set.of(output))) {
        return vectors(result.get(0));
      } finally {
        tensors.values().forEach(OnnxTensor::close);
      }
    } catch (OrtException e) {
      throw new IllegalStateException("the encoder could not run: " + e.getCode(), e);
    }
  }

  private List<float[]> vectors(OnnxValue value) {
    if (!(value instanceof OnnxTensor tensor) || tensor.getInfo().getShape().length != 2) {
      throw new IllegalStateException(output + " is not one vector each: it lacks the projection");
    }
    int dimension = (int) tensor.getInfo().getShape()[1];
    FloatBuffer values = tensor.getFloatBuffer();
    List<float[]> vectors = new ArrayList<>();
    while (values.remaining() >= dimension) {
      float[] vector = new float[dimension];
      values.get(vector);
      vectors.add(Vectors.unit(vector));
    }
    return vectors;
  }

  @Override
  public void close() {
    use.end(
        () -> {
          try {
            session.close();
          } catch (OrtException e) {
            throw new IllegalStateException("the encoder could not be closed: " + e.getCode(), e);
          }
        });
  }
}
