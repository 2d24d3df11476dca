package io.chihiro.models;

import io.chihiro.models.PassageSplitter.Span;
import java.util.List;
import java.util.function.Supplier;

/// Layers learned on top of another encoder's vectors: what a VAE or a triplet encoder made of
/// them. Thread-safe.
public final class DenseEncoder implements TextEncoder {
  private final String version;
  private final DenseLayers layers;
  private final TextEncoder beneath;
  private final boolean owning;

  private DenseEncoder(String version, DenseLayers layers, TextEncoder beneath, boolean owning) {
    this.version = version;
    this.layers = layers;
    this.beneath = beneath;
    this.owning = owning;
  }

  /// On an encoder that is opened for this one and closed with it.
  static DenseEncoder owning(ModelFolder folder, Supplier<TextEncoder> beneath) {
    DenseLayers layers = DenseLayers.read(folder.file(ModelFolder.LAYERS));
    return new DenseEncoder(folder.card().version(), layers, beneath.get(), true).proven(folder);
  }

  /// On an encoder that others use as well.
  static DenseEncoder sharing(ModelFolder folder, TextEncoder beneath) {
    DenseLayers layers = DenseLayers.read(folder.file(ModelFolder.LAYERS));
    return new DenseEncoder(folder.card().version(), layers, beneath, false).proven(folder);
  }

  /// Layers that lie in no folder yet, on an encoder that others use as well.
  ///
  /// @param version what its vectors are called
  public static DenseEncoder on(String version, DenseLayers layers, TextEncoder beneath) {
    return new DenseEncoder(version, layers, beneath, false);
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public int dimension() {
    return layers.outputs();
  }

  @Override
  public int window() {
    return beneath.window();
  }

  @Override
  public float[] encode(String text) {
    return layers.unit(beneath.encode(text));
  }

  @Override
  public List<float[]> encodeAll(List<String> texts) throws InterruptedException {
    return beneath.encodeAll(texts).stream().map(layers::unit).toList();
  }

  @Override
  public List<Span> tokens(String text) {
    return beneath.tokens(text);
  }

  /// The vector of what the encoder beneath has made of a text already.
  public float[] lift(float[] vector) {
    return layers.unit(vector);
  }

  @Override
  public void close() {
    if (owning) {
      beneath.close();
    }
  }

  private DenseEncoder proven(ModelFolder folder) {
    ModelCard card = folder.card();
    boolean fits =
        layers.inputs() == beneath.dimension()
            && layers.outputs() == card.dimension()
            && card.base().filter(beneath.version()::equals).isPresent();
    if (!fits) {
      close();
      throw new BrokenModelException(
          "%s reads %d numbers of %s and gives %d, which is not what its card and the encoder say"
              .formatted(
                  folder.file(ModelFolder.LAYERS),
                  layers.inputs(),
                  beneath.version(),
                  layers.outputs()));
    }
    return this;
  }
}
