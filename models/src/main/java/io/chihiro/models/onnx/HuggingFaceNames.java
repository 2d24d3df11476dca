package io.chihiro.models.onnx;

import io.chihiro.models.onnx.EncoderConfig.Family;
import java.util.LinkedHashMap;
import java.util.Map;

/// The parameters of all families under the names that BERT gives them.
final class HuggingFaceNames {
  private static final String TYPES = "embeddings.token_type_embeddings.weight";

  private HuggingFaceNames() {}

  static Weights canonical(EncoderConfig config, Weights weights) {
    Map<String, Weight> named = new LinkedHashMap<>();
    weights.byName().forEach((name, weight) -> named.put(canonical(name), weight));
    named.keySet().removeIf(name -> !name.matches("(embeddings|encoder)\\..*"));
    if (config.family() == Family.MPNET) {
      // It knows no types: one that adds nothing is the same.
      named.put(TYPES, Weight.of(new float[config.hidden()], 1, config.hidden()));
    }
    return new Weights(named);
  }

  // A model saved with its head calls its body `bert.`; the rest is MPNet's.
  private static String canonical(String name) {
    return name.replaceFirst("^(bert|roberta|mpnet)\\.", "")
        .replace(".attention.attn.q.", ".attention.self.query.")
        .replace(".attention.attn.k.", ".attention.self.key.")
        .replace(".attention.attn.v.", ".attention.self.value.")
        .replace(".attention.attn.o.", ".attention.output.dense.")
        .replace(".attention.LayerNorm.", ".attention.output.LayerNorm.");
  }
}
