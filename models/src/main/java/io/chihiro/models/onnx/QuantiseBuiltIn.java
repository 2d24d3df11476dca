package io.chihiro.models.onnx;

import io.chihiro.models.SentenceEncoder.Precision;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes the built-in encoder with weights of eight bits; the build calls it, so that the program
/// ships both.
final class QuantiseBuiltIn {
  private QuantiseBuiltIn() {}

  /// Writes the .onnx file.
  ///
  /// @param args where
  public static void main(String[] args) throws IOException {
    Pretrained builtIn = Pretrained.builtIn();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(args[0])))) {
      builtIn.writeGraph(builtIn.weights(), Precision.INT8, out);
    }
  }
}
