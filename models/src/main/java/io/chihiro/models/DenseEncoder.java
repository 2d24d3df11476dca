package io.chihiro.models;

import io.chihiro.models.PassageSplitter.Span;
import java.util.List;
import java.util.function.Supplier;

/// Layers learned on top of another encoder's vectors: what a VAE or a triplet encoder made of
/// them. Thread-safe.
public final class DenseEncoder implements TextEncoder {
  private final ModelCard card;
  private final DenseLayers layers;
  private final TextEncoder beneath;
  private final boolean owning;

  private DenseEncoder(
      ModelFolder folder, DenseLayers layers, TextEncoder beneath, boolean owning) {
    this.card = folder.card();
    this.layers = layers;
    this.beneath = beneath;
    this.owning = owning;
  }

  /// On an encoder that is opened for this one and closed with it.
  static DenseEncoder owning(ModelFolder folder, Supplier<TextEncoder> beneath) {
    DenseLayers layers = DenseLayers.read(folder.file(ModelFolder.LAYERS));
    return new DenseEncoder(folder, layers, beneath.get(), true).proven(folder);
  }

  /// On an encoder that others use as well.
  static DenseEncoder sharing(ModelFolder folder, TextEncoder beneath) {
    DenseLayers layers = DenseLayers.read(folder.file(ModelFolder.LAYERS));
    return new DenseEncoder(folder, layers, beneath, false).proven(folder);
  }

  @Override
  public String version() {
    return card.version();
  }

  @Override
  public int dimension() {
    return card.dimension();
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
