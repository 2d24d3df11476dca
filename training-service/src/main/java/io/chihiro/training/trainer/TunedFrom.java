package io.chihiro.training.trainer;

import io.chihiro.models.SentenceEncoder.Precision;
import io.chihiro.models.TextEncoder;
import io.chihiro.models.onnx.Pretrained;

/// The encoder that is tuned: what ships with the program, or a HuggingFace folder of the owner's.
public final class TunedFrom {
  private TunedFrom() {}

  static Pretrained pretrained(Options options) {
    return options
        .encoder()
        .map(folder -> Pretrained.huggingFace(folder.getFileName().toString(), folder))
        .orElseGet(Pretrained::builtIn);
  }

  /// As it was before tuning, to be closed by whoever asked.
  public static TextEncoder encoder(Options options) {
    Pretrained pretrained = pretrained(options);
    return pretrained.encoder(pretrained.weights(), Precision.FULL, options.threads());
  }
}
