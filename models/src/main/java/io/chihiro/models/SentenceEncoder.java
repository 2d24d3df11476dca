package io.chihiro.models;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.chihiro.models.PassageSplitter.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Turns a text into a unit vector of 384 numbers, so that texts of like meaning lie close.
///
/// all-MiniLM-L6-v2 (Reimers and Gurevych 2019, arXiv:1908.10084; Wang et al. 2020,
/// arXiv:2002.10957), run by ONNX Runtime:
/// `v = h / |h|`, `h = mean over tokens of transformer(tokens)`.
///
/// Many texts at once are run in batches of equal length, so nothing is padded and a text has the
/// same vector, to the bit, alone and among others. Thread-safe.
public final class SentenceEncoder implements TextEncoder {
  /// The model's name in requests and records.
  public static final String NAME = "base";

  /// Changes whenever the numbers would.
  public static final String VERSION = "all-minilm-l6-v2-256";

  /// Numbers in a vector.
  public static final int DIMENSION = 384;

  /// Tokens read at once, the two marks at the ends included: what the model was trained on.
  public static final int TOKENS = 256;

  /// Texts of equal length that run together: beyond this a batch gains nothing.
  private static final int BATCH = 16;

  private static final String MODEL = "/all-minilm-l6-v2.onnx";
  private static final String TOKENIZER = "/all-minilm-l6-v2-tokenizer.json";

  private final HuggingFaceTokenizer tokenizer;
  private final HuggingFaceTokenizer wholeTokenizer;
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final ExecutorService workers;

  /// Loads the model that ships with the program.
  ///
  /// @param threads how many texts are encoded side by side
  public SentenceEncoder(int threads) {
    this.tokenizer = tokenizer("true", String.valueOf(TOKENS));
    this.wholeTokenizer = tokenizer("false", String.valueOf(Integer.MAX_VALUE));
    this.session = session();
    this.workers =
        Executors.newFixedThreadPool(threads, Thread.ofPlatform().name("encode-", 0).factory());
  }

  @Override
  public String version() {
    return VERSION;
  }

  @Override
  public int dimension() {
    return DIMENSION;
  }

  @Override
  public int window() {
    return TOKENS;
  }

  @Override
  public float[] encode(String text) {
    return run(List.of(tokenizer.encode(text))).getFirst();
  }

  @Override
  public List<float[]> encodeAll(List<String> texts) throws InterruptedException {
    Encoding[] encodings = tokenizer.batchEncode(texts);
    float[][] vectors = new float[texts.size()][];
    List<Future<?>> running = new ArrayList<>();
    for (List<Integer> batch : batchesOfEqualLength(encodings)) {
      running.add(workers.submit(() -> encodeInto(vectors, encodings, batch)));
    }
    for (Future<?> batch : running) {
      await(batch);
    }
    return Arrays.asList(vectors);
  }

  @Override
  public List<Span> tokens(String text) {
    @Nullable CharSpan[] spans = wholeTokenizer.encode(text).getCharTokenSpans();
    return Arrays.stream(spans)
        .filter(Objects::nonNull)
        .map(span -> new Span(span.getStart(), span.getEnd()))
        .filter(span -> span.start() < span.end())
        .toList();
  }

  @Override
  public void close() {
    workers.shutdownNow();
    tokenizer.close();
    wholeTokenizer.close();
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the encoder could not be closed: " + e.getCode(), e);
    }
  }

  private static List<List<Integer>> batchesOfEqualLength(Encoding[] encodings) {
    Map<Integer, List<Integer>> byLength =
        IntStream.range(0, encodings.length)
            .boxed()
            .collect(Collectors.groupingBy(i -> encodings[i].getIds().length));
    List<List<Integer>> batches = new ArrayList<>();
    for (List<Integer> sameLength : byLength.values()) {
      for (int from = 0; from < sameLength.size(); from += BATCH) {
        batches.add(sameLength.subList(from, Math.min(from + BATCH, sameLength.size())));
      }
    }
    return batches;
  }

  private void encodeInto(float[][] vectors, Encoding[] encodings, List<Integer> batch) {
    List<float[]> encoded = run(batch.stream().map(i -> encodings[i]).toList());
    for (int i = 0; i < batch.size(); i++) {
      vectors[batch.get(i)] = encoded.get(i);
    }
  }

  private static void await(Future<?> batch) throws InterruptedException {
    try {
      batch.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a batch of texts could not be encoded", e.getCause());
    }
  }

  // hidden: texts x tokens x 384
  private List<float[]> run(List<Encoding> texts) {
    try (OnnxTensor ids = tensor(texts, Encoding::getIds);
        OnnxTensor mask = tensor(texts, Encoding::getAttentionMask);
        OnnxTensor types = tensor(texts, Encoding::getTypeIds);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
      float[][][] hidden = (float[][][]) result.get(0).getValue();
      return Arrays.stream(hidden).map(SentenceEncoder::meanOfTokens).map(Vectors::unit).toList();
    } catch (OrtException e) {
      throw new IllegalStateException("the encoder could not run: " + e.getCode(), e);
    }
  }

  private OnnxTensor tensor(List<Encoding> texts, Function<Encoding, long[]> part)
      throws OrtException {
    return OnnxTensor.createTensor(environment, texts.stream().map(part).toArray(long[][]::new));
  }

  // Nothing is padded, so every token counts.
  private static float[] meanOfTokens(float[][] hidden) {
    float[] mean = new float[DIMENSION];
    for (float[] token : hidden) {
      for (int i = 0; i < DIMENSION; i++) {
        mean[i] += token[i] / hidden.length;
      }
    }
    return mean;
  }

  private OrtSession session() {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        InputStream model = resource(MODEL)) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      return environment.createSession(model.readAllBytes(), options);
    } catch (OrtException | IOException e) {
      throw new IllegalStateException("the encoder's model cannot be loaded", e);
    }
  }

  // The shipped file cuts and pads to 128 tokens; both are overridden.
  private static HuggingFaceTokenizer tokenizer(String truncation, String longest) {
    try (InputStream file = resource(TOKENIZER)) {
      return HuggingFaceTokenizer.newInstance(
          file,
          Map.of(
              "padding", "false",
              "truncation", truncation,
              "maxLength", longest,
              "modelMaxLength", longest));
    } catch (IOException e) {
      throw new UncheckedIOException("the encoder's tokenizer cannot be loaded", e);
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(
        SentenceEncoder.class.getResourceAsStream(name), () -> name + " is not on the class path");
  }
}
