package io.chihiro.models;

import ai.djl.huggingface.tokenizers.Encoding;
import io.chihiro.models.ModelCard.Pooling;
import io.chihiro.models.PassageSplitter.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
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

  /// What the name of every version begins with that the built-in model made with weights of eight
  /// bits, whichever graph of them it was.
  public static final String ANY_INT8 = VERSION + "-int8";

  /// The version of vectors that the built-in model makes with weights of eight bits: those of
  /// songs, of which there may be too many for more. Changes whenever they would.
  // Asked for when it runs: a compiler that copies it would leave an older one in other modules.
  public static final String VERSION_INT8 = ANY_INT8.concat("-2");

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

  /// Tokens of a text that all threads read together, as a mood has them. On longer ones a thread
  /// that has to wait for a core costs more than it brings.
  private static final int SHORT = 32;

  /// Tokens of texts of equal length that run together; beyond it a batch loses what it gained.
  private static final int BATCH = 200;

  private record Shape(String version, int dimension, int tokens, Pooling pooling) {}

  private final Shape shape;
  private final TextTokens tokens;
  private final Precision precision;
  private final Supplier<byte[]> model;
  private final EncoderSession session;
  private Optional<EncoderSession> quick = Optional.empty();
  private final int threads;
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
        precision,
        () -> BuiltInModel.model(precision),
        BuiltInModel.tokenizer(),
        threads);
  }

  private SentenceEncoder(
      Shape shape, Precision precision, Supplier<byte[]> model, byte[] tokenizer, int threads) {
    this.shape = shape;
    this.precision = precision;
    this.model = model;
    this.threads = threads;
    this.tokens = new TextTokens(tokenizer, shape.tokens());
    this.session = EncoderSession.alone(model.get(), shape.pooling());
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
      return of(folder.card(), precision, () -> bytes(model), tokens, threads);
    } catch (IllegalArgumentException e) {
      throw new BrokenModelException(model + " or its tokenizer: " + e.getMessage(), e);
    }
  }

  /// Loads a model from its bytes.
  ///
  /// @param model an .onnx file's; asked for again when the first short text is read
  /// @param tokenizer a `tokenizer.json`'s
  /// @throws IllegalArgumentException if they cannot be used or are not what the card says
  public static SentenceEncoder of(
      ModelCard card, Precision precision, Supplier<byte[]> model, byte[] tokenizer, int threads) {
    Shape shape = new Shape(card.version(), card.dimension(), card.tokens(), card.pooling());
    try {
      return new SentenceEncoder(shape, precision, model, tokenizer, threads).proven();
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
    Encoding tokens = read(text);
    return use.with(() -> sessionOf(tokens).run(List.of(tokens))).getFirst();
  }

  @Override
  public List<float[]> encodeAll(List<String> texts) throws InterruptedException {
    Encoding[] encodings = new Encoding[texts.size()];
    sideBySide(
        IntStream.range(0, texts.size()).mapToObj(i -> () -> encodings[i] = read(texts.get(i))));
    int[] lengths = EqualLengths.of(encodings);
    int share = EqualLengths.share(lengths, threads, BATCH);
    float[][] vectors = new float[texts.size()][];
    sideBySide(
        EqualLengths.batches(lengths, share).stream()
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
    session.close();
    quick.ifPresent(EncoderSession::close);
  }

  // A model that gives vectors of another size is found here, not at the first question.
  private SentenceEncoder proven() {
    int given = run(List.of(read("proof"))).getFirst().length;
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
    return use.with(() -> session.run(texts));
  }

  // Short texts are what somebody waits for; who only ever reads many needs no second session.
  private EncoderSession sessionOf(Encoding text) {
    if (threads == 1 || precision == Precision.FULL || text.getIds().length > SHORT) {
      return session;
    }
    synchronized (use) {
      EncoderSession made =
          quick.orElseGet(() -> EncoderSession.together(model.get(), shape.pooling(), threads));
      quick = Optional.of(made);
      return made;
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
