package io.chihiro.models.torch;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The token ids of all texts of a training, found once: a day's text is read in many steps.
final class Tokens {
  /// What a token that is not there adds to a score before softmax.
  private static final float HIDDEN = -1e9f;

  private final Map<String, long[]> ids = new HashMap<>();

  /// Texts of differing length in one array, the shorter ones filled up.
  ///
  /// @param ids texts x tokens
  /// @param present texts x tokens, 1 where there is a token, 0 where it was filled up
  /// @param hidden texts x 1 x 1 x tokens, what is added to the attention's scores
  record Batch(NDArray ids, NDArray present, NDArray hidden) {}

  /// @param tokenizer a `tokenizer.json`
  /// @param most tokens of a text that are read, the marks at the ends included
  Tokens(byte[] tokenizer, int most, Collection<String> texts) {
    Map<String, String> options =
        Map.of(
            "padding",
            "false",
            "truncation",
            "true",
            "maxLength",
            String.valueOf(most),
            "modelMaxLength",
            String.valueOf(most));
    try (InputStream file = new ByteArrayInputStream(tokenizer);
        HuggingFaceTokenizer words = HuggingFaceTokenizer.newInstance(file, options)) {
      texts.stream().distinct().forEach(text -> ids.put(text, words.encode(text).getIds()));
    } catch (IOException e) {
      throw new UncheckedIOException("the tokenizer cannot be loaded", e);
    }
  }

  /// How many tokens a text has.
  int length(String text) {
    return of(text).length;
  }

  Batch batch(NDManager step, List<String> texts) {
    int longest = texts.stream().mapToInt(this::length).max().orElseThrow();
    long[] all = new long[texts.size() * longest];
    float[] present = new float[all.length];
    float[] hidden = new float[all.length];
    Arrays.fill(hidden, HIDDEN);
    for (int i = 0; i < texts.size(); i++) {
      long[] text = of(texts.get(i));
      int from = i * longest;
      System.arraycopy(text, 0, all, from, text.length);
      Arrays.fill(present, from, from + text.length, 1);
      Arrays.fill(hidden, from, from + text.length, 0);
    }
    return new Batch(
        step.create(all, new Shape(texts.size(), longest)),
        step.create(present, new Shape(texts.size(), longest)),
        step.create(hidden, new Shape(texts.size(), 1, 1, longest)));
  }

  private long[] of(String text) {
    return Objects.requireNonNull(ids.get(text), "a text was not among those of the training");
  }
}
