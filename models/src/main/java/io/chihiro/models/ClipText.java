package io.chihiro.models;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.chihiro.models.PassageSplitter.Span;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Turns a sentence into a unit vector in the space of pictures. Thread-safe.
///
/// Texts of equal length run together and none is padded: the last mark, from which CLIP takes the
/// sentence, sees nothing of what would stand behind it.
public final class ClipText implements TextEncoder {
  /// Tokens that run together.
  private static final int BATCH = 400;

  private final String version;
  private final TextTokens tokens;
  private final int window;
  private final ClipSession session;
  private final int dimension;

  ClipText(String version, Path model, TextTokens tokens, int window, int threads) {
    this.version = version;
    this.tokens = tokens;
    this.window = window;
    this.session = new ClipSession(model, "text_embeds", threads);
    // A model that asks for something else is found here, not at the first song.
    this.dimension = encode("proof").length;
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public int window() {
    return window;
  }

  @Override
  public float[] encode(String text) {
    return run(List.of(tokens.read(text))).getFirst();
  }

  @Override
  public List<float[]> encodeAll(List<String> texts) {
    Encoding[] encodings = texts.stream().map(tokens::read).toArray(Encoding[]::new);
    float[][] vectors = new float[encodings.length][];
    for (List<Integer> batch : EqualLengths.batches(EqualLengths.of(encodings), BATCH)) {
      List<float[]> encoded = run(batch.stream().map(i -> encodings[i]).toList());
      for (int i = 0; i < encoded.size(); i++) {
        vectors[batch.get(i)] = encoded.get(i);
      }
    }
    return Arrays.asList(vectors);
  }

  @Override
  public List<Span> tokens(String text) {
    return tokens.spans(text);
  }

  @Override
  public void close() {
    session.close();
    tokens.close();
  }

  private List<float[]> run(List<Encoding> texts) {
    return session.run(environment -> inputs(environment, texts));
  }

  private Map<String, OnnxTensor> inputs(OrtEnvironment environment, List<Encoding> texts)
      throws OrtException {
    Map<String, OnnxTensor> inputs = new HashMap<>();
    for (String name : session.inputs()) {
      long[][] part =
          switch (name) {
            case "input_ids" -> texts.stream().map(Encoding::getIds).toArray(long[][]::new);
            case "attention_mask" ->
                texts.stream().map(Encoding::getAttentionMask).toArray(long[][]::new);
            default -> throw new IllegalStateException("the encoder asks for an unknown " + name);
          };
      inputs.put(name, OnnxTensor.createTensor(environment, part));
    }
    return inputs;
  }
}
