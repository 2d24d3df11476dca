package io.chihiro.models;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import io.chihiro.models.PassageSplitter.Span;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A text as the tokens that an encoder reads.
final class TextTokens implements AutoCloseable {
  private final HuggingFaceTokenizer cut;
  private final HuggingFaceTokenizer whole;

  /// @param file a `tokenizer.json`
  /// @param longest how many tokens the encoder reads at once, the two marks at the ends included
  TextTokens(byte[] file, int longest) {
    cut = tokenizer(file, "true", String.valueOf(longest));
    whole = tokenizer(file, "false", String.valueOf(Integer.MAX_VALUE));
  }

  /// As much of a text as the encoder reads.
  Encoding read(String text) {
    return cut.encode(text);
  }

  /// Where each token of a text lies, all of it.
  List<Span> spans(String text) {
    @Nullable CharSpan[] spans = whole.encode(text).getCharTokenSpans();
    return Arrays.stream(spans)
        .filter(Objects::nonNull)
        .map(span -> new Span(span.getStart(), span.getEnd()))
        .filter(span -> span.start() < span.end())
        .toList();
  }

  @Override
  public void close() {
    cut.close();
    whole.close();
  }

  // The shipped file cuts and pads to 128 tokens; both are overridden.
  private static HuggingFaceTokenizer tokenizer(byte[] file, String truncation, String longest) {
    try (InputStream bytes = new ByteArrayInputStream(file)) {
      return HuggingFaceTokenizer.newInstance(
          bytes,
          Map.of(
              "padding", "false",
              "truncation", truncation,
              "maxLength", longest,
              "modelMaxLength", longest));
    } catch (IOException e) {
      throw new UncheckedIOException("the encoder's tokenizer cannot be loaded", e);
    }
  }
}
