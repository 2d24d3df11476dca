package io.chihiro.models;

import io.chihiro.models.SentenceEncoder.Precision;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/// The files of the encoder that ships with the program: all-MiniLM-L6-v2, and the twin with eight
/// bits that the build makes of it.
public final class BuiltInModel {
  private static final String FULL = "/all-minilm-l6-v2.onnx";
  private static final String INT8 = "/all-minilm-l6-v2-int8.onnx";
  private static final String TOKENIZER = "/all-minilm-l6-v2-tokenizer.json";

  private BuiltInModel() {}

  /// Its .onnx file.
  public static byte[] model(Precision precision) {
    return switch (precision) {
      case FULL -> resource(FULL);
      case INT8 -> resource(INT8);
    };
  }

  /// Its `tokenizer.json`.
  public static byte[] tokenizer() {
    return resource(TOKENIZER);
  }

  private static byte[] resource(String name) {
    try (InputStream file = BuiltInModel.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(file, () -> name + " is not on the class path").readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }
}
