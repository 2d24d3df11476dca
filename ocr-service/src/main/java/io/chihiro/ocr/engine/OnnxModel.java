package io.chihiro.ocr.engine;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// One network of the embedded engine: a picture in, one tensor out. Safe for many threads at once.
final class OnnxModel implements AutoCloseable {
  /// A tensor on its way into or out of a network.
  record Tensor(FloatBuffer values, List<Long> shape) {
    Tensor {
      shape = List.copyOf(shape);
    }

    static Tensor of(FloatBuffer values, long... shape) {
      return new Tensor(values, Arrays.stream(shape).boxed().toList());
    }

    int size(int dimension) {
      return Math.toIntExact(shape.get(dimension));
    }

    private long[] sizes() {
      return shape.stream().mapToLong(Long::longValue).toArray();
    }
  }

  private final OrtEnvironment environment;
  private final OrtSession session;

  private OnnxModel(OrtEnvironment environment, OrtSession session) {
    this.environment = environment;
    this.session = session;
  }

  /// @param resource where the network lies on the class path
  static OnnxModel open(String resource, int threads) {
    var environment =
        OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "chihiro");
    try (var options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      options.setCPUArenaAllocator(false); // every page has another size; an arena would only grow
      options.setMemoryPatternOptimization(false);
      return new OnnxModel(environment, environment.createSession(bytes(resource), options));
    } catch (OrtException broken) {
      throw new IllegalStateException("cannot open the network " + resource, broken);
    }
  }

  /// What lies on the class path under that name.
  static byte[] bytes(String resource) {
    try (var in = OnnxModel.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not on the class path");
      }
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + resource, broken);
    }
  }

  Tensor run(Tensor input) throws OrtException {
    var name = session.getInputNames().iterator().next();
    try (var tensor = OnnxTensor.createTensor(environment, input.values(), input.sizes());
        var results = session.run(Map.of(name, tensor))) {
      var output = (OnnxTensor) results.get(0);
      return Tensor.of(output.getFloatBuffer(), output.getInfo().getShape());
    }
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException broken) {
      throw new IllegalStateException("cannot close a network", broken);
    }
  }
}
