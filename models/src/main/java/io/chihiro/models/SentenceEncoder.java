package io.chihiro.models;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.chihiro.models.ModelCard.Pooling;
import io.chihiro.models.PassageSplitter.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Turns a text into a unit vector, so that texts of like meaning lie close.
///
/// A transformer of the BERT or RoBERTa family (Reimers and Gurevych 2019, arXiv:1908.10084), run
/// by ONNX Runtime: `v = h / |h|`, `h = mean over tokens of transformer(tokens)`, or the first
/// token's. What ships with the program is all-MiniLM-L6-v2 (Wang et al. 2020, arXiv:2002.10957);
/// any [ModelFolder] with a `model.onnx` and a `tokenizer.json` serves as well.
///
/// Many texts at once are run in batches of equal length, so nothing is padded and a text has the
/// same vector, to the bit, alone and among others. Thread-safe.
public final class SentenceEncoder implements TextEncoder {
  /// The built-in model's name in requests and records.
  public static final String NAME = "base";

  /// The built-in model's version; changes whenever the vectors that are kept would, and these are
  /// in full precision.
  public static final String VERSION = "all-minilm-l6-v2-256";

  /// The version of vectors that the built-in model made with weights of eight bits: those of
  /// songs, of which there may be too many for more. Changes whenever they would.
  public static final String VERSION_INT8 = VERSION + "-int8";

  /// Numbers in a vector of the built-in model.
  public static final int DIMENSION = 384;

  /// Tokens the built-in model reads at once, the two marks at the ends included: what it was
  /// trained on.
  public static final int TOKENS = 256;

  /// How exactly the weights are kept.
  public enum Precision {
    /// Floats of 32 bits.
    FULL(ModelFolder.MODEL),
    /// Eight bits: a fraction of the time and memory, and vectors that lie close to the full ones;
    /// DECISIONS.md says how close and how fast.
    INT8(ModelFolder.MODEL_INT8);

    private final String file;

    Precision(String file) {
      this.file = file;
    }
  }

  /// Tokens of texts of equal length that run together; beyond it a batch loses what it gained.
  private static final int BATCH = 200;

  private record Shape(String version, int dimension, int tokens, Pooling pooling) {}

  private final Shape shape;
  private final TextTokens tokens;
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final ExecutorService workers;
  private final NativeUse use = new NativeUse("the encoder");

  /// Loads the model that ships with the program, in full precision.
  ///
  /// @param threads how many texts are encoded side by side
  public SentenceEncoder(int threads) {
    this(Precision.FULL, threads);
  }

  /// Loads the model that ships with the program.
  ///
  /// @param threads how many texts are encoded side by side
  public SentenceEncoder(Precision precision, int threads) {
    this(
        new Shape(VERSION, DIMENSION, TOKENS, Pooling.MEAN),
        BuiltInModel.model(precision),
        BuiltInModel.tokenizer(),
        threads);
  }

  private SentenceEncoder(Shape shape, byte[] model, byte[] tokenizer, int threads) {
    this.shape = shape;
    this.tokens = new TextTokens(tokenizer, shape.tokens());
    this.session = session(model);
    this.workers =
        Executors.newFixedThreadPool(threads, Thread.ofPlatform().name("encode-", 0).factory());
  }

  /// Loads a model from its folder.
  ///
  /// @param threads how many texts are encoded side by side
  /// @throws BrokenModelException if a file is missing or is not what it should be
  public static SentenceEncoder of(ModelFolder folder, Precision precision, int threads) {
    Path model = folder.file(precision.file);
    byte[] tokens = bytes(folder.file(ModelFolder.TOKENIZER));
    try {
      return of(folder.card(), bytes(model), tokens, threads);
    } catch (IllegalArgumentException e) {
      throw new BrokenModelException(model + " or its tokenizer: " + e.getMessage(), e);
    }
  }

  /// Loads a model that is at hand as bytes.
  ///
  /// @param model an .onnx file's
  /// @param tokenizer a `tokenizer.json`'s
  /// @throws IllegalArgumentException if they cannot be used or are not what the card says
  public static SentenceEncoder of(ModelCard card, byte[] model, byte[] tokenizer, int threads) {
    Shape shape = new Shape(card.version(), card.dimension(), card.tokens(), card.pooling());
    try {
      return new SentenceEncoder(shape, model, tokenizer, threads).proven();
    } catch (IllegalStateException | UncheckedIOException e) {
      throw new IllegalArgumentException("the encoder cannot be loaded", e);
    }
  }

  @Override
  public String version() {
    return shape.version();
  }

  @Override
  public int dimension() {
    return shape.dimension();
  }

  @Override
  public int window() {
    return shape.tokens();
  }

  @Override
  public float[] encode(String text) {
    return run(List.of(read(text))).getFirst();
  }

  @Override
  public List<float[]> encodeAll(List<String> texts) throws InterruptedException {
    Encoding[] encodings = new Encoding[texts.size()];
    sideBySide(
        IntStream.range(0, texts.size()).mapToObj(i -> () -> encodings[i] = read(texts.get(i))));
    float[][] vectors = new float[texts.size()][];
    sideBySide(
        EqualLengths.batches(encodings, BATCH).stream()
            .map(batch -> () -> encodeInto(vectors, encodings, batch)));
    return Arrays.asList(vectors);
  }

  @Override
  public List<Span> tokens(String text) {
    return use.with(() -> tokens.spans(text));
  }

  @Override
  public void close() {
    workers.shutdownNow();
    use.end(this::closeNative);
  }

  private void closeNative() {
    tokens.close();
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the encoder could not be closed: " + e.getCode(), e);
    }
  }

  // A model that gives vectors of another size is found here, not at the first question.
  private SentenceEncoder proven() {
    int given = encode("proof").length;
    if (given != shape.dimension()) {
      close();
      throw new IllegalArgumentException(
          "the encoder gives " + given + " numbers, its card says " + shape.dimension());
    }
    return this;
  }

  private Encoding read(String text) {
    return use.with(() -> tokens.read(text));
  }

  private void sideBySide(Stream<Runnable> work) throws InterruptedException {
    List<Future<?>> running = new ArrayList<>();
    work.forEach(part -> running.add(workers.submit(part)));
    for (Future<?> part : running) {
      await(part);
    }
  }

  private void encodeInto(float[][] vectors, Encoding[] encodings, List<Integer> batch) {
    List<float[]> encoded = run(batch.stream().map(i -> encodings[i]).toList());
    for (int i = 0; i < batch.size(); i++) {
      vectors[batch.get(i)] = encoded.get(i);
    }
  }

  private static void await(Future<?> part) throws InterruptedException {
    try {
      part.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a batch of texts could not be encoded", e.getCause());
    }
  }

  private List<float[]> run(List<Encoding> texts) {
    return use.with(() -> runOpen(texts));
  }

  private List<float[]> runOpen(List<Encoding> texts) {
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      for (String name : session.getInputNames()) {
        inputs.put(name, tensor(texts, part(name)));
      }
      try (OrtSession.Result result = session.run(inputs)) {
        return TokenPooling.pooled((OnnxTensor) result.get(0), shape.pooling());
      }
    } catch (OrtException e) {
      throw new IllegalStateException("the encoder could not run: " + e.getCode(), e);
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private static Function<Encoding, long[]> part(String input) {
    return switch (input) {
      case "input_ids" -> Encoding::getIds;
      case "attention_mask" -> Encoding::getAttentionMask;
      case "token_type_ids" -> Encoding::getTypeIds;
      default -> throw new IllegalStateException("the encoder asks for an unknown " + input);
    };
  }

  private OnnxTensor tensor(List<Encoding> texts, Function<Encoding, long[]> part)
      throws OrtException {
    return OnnxTensor.createTensor(environment, texts.stream().map(part).toArray(long[][]::new));
  }

  private OrtSession session(byte[] model) {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      return environment.createSession(model, options);
    } catch (OrtException e) {
      throw new IllegalStateException("the encoder's model cannot be loaded", e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new BrokenModelException(file + " is missing or cannot be read", e);
    }
  }
}
