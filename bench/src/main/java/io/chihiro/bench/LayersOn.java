package io.chihiro.bench;

import io.chihiro.models.DenseLayers;
import io.chihiro.models.PassageSplitter.Span;
import io.chihiro.models.TextEncoder;
import java.util.List;

/// Learned layers on an encoder, without a folder.
///
/// @param name of what learned them
/// @param beneath is closed by whoever opened it
record LayersOn(String name, TextEncoder beneath, DenseLayers layers) implements TextEncoder {
  @Override
  public String version() {
    return name + " on " + beneath.version();
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

  @Override
  public void close() {
    // The encoder beneath is shared.
  }
}
