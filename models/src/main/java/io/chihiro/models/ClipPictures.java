package io.chihiro.models;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.chihiro.models.PicturePreparation.Prepared;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;

/// Turns a picture into a unit vector in the space of sentences. Thread-safe.
public final class ClipPictures implements AutoCloseable {
  private static final int PROOF_PIXELS = 32;

  private final PicturePreparation preparation;
  private final ClipSession session;
  private final int dimension;

  ClipPictures(Path model, PicturePreparation preparation, int threads) {
    this.preparation = preparation;
    this.session = new ClipSession(model, "image_embeds", threads);
    this.dimension = encode(RgbPicture.of(PROOF_PIXELS, PROOF_PIXELS, 0)).length;
  }

  /// Numbers in a vector.
  int dimension() {
    return dimension;
  }

  /// The vector of one picture.
  public float[] encode(RgbPicture picture) {
    Prepared prepared = preparation.prepare(picture);
    return session.run(environment -> inputs(environment, prepared)).getFirst();
  }

  private Map<String, OnnxTensor> inputs(OrtEnvironment environment, Prepared prepared)
      throws OrtException {
    FloatBuffer values =
        FloatBuffer.allocate(prepared.channels().size() * prepared.height() * prepared.width());
    prepared.channels().forEach(values::put);
    long[] shape = {1, prepared.channels().size(), prepared.height(), prepared.width()};
    return Map.of(
        session.inputs().iterator().next(),
        OnnxTensor.createTensor(environment, values.flip(), shape));
  }

  @Override
  public void close() {
    session.close();
  }
}
