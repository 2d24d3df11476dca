package io.chihiro.models.onnx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chihiro.models.BrokenModelException;
import io.chihiro.models.BuiltInModel;
import io.chihiro.models.ModelCard;
import io.chihiro.models.ModelCard.Kind;
import io.chihiro.models.ModelCard.Pooling;
import io.chihiro.models.ModelFolder;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.SentenceEncoder.Precision;
import io.chihiro.models.TextEncoder;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// An encoder as it was before any tuning: its measures, its weights and its tokenizer. It also
/// knows how weights tuned from it are written for serving.
public final class Pretrained {
  /// More tokens than any of these encoders reads.
  private static final int ANY_TOKENS = 512;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String version;
  private final EncoderConfig config;
  private final Weights weights;
  private final byte[] tokenizer;

  private Pretrained(String version, EncoderConfig config, Weights weights, byte[] tokenizer) {
    this.version = version;
    this.config = config;
    this.weights = weights;
    this.tokenizer = tokenizer;
  }

  /// The encoder that ships with the program.
  public static Pretrained builtIn() {
    Weights weights = BertExport.weights(OnnxFile.of(BuiltInModel.model(Precision.FULL)));
    return new Pretrained(
        SentenceEncoder.VERSION, EncoderConfig.MINILM, weights, BuiltInModel.tokenizer());
  }

  /// An encoder of the BERT, RoBERTa or MPNet family from a HuggingFace folder: `config.json`,
  /// `model.safetensors`, `tokenizer.json`, and where they are there sentence-transformers' own
  /// `sentence_bert_config.json` (longest text) and `1_Pooling/config.json`.
  ///
  /// @param version what records call its vectors
  /// @throws BrokenModelException if a file is missing or cannot be used
  public static Pretrained huggingFace(String version, Path folder) {
    try {
      EncoderConfig config =
          EncoderConfig.of(json(folder.resolve("config.json")), tokens(folder), pooling(folder));
      Weights weights =
          HuggingFaceNames.canonical(config, Safetensors.read(folder.resolve("model.safetensors")));
      byte[] tokenizer = Files.readAllBytes(folder.resolve(ModelFolder.TOKENIZER));
      return new Pretrained(version, config, weights, tokenizer);
    } catch (IOException | IllegalArgumentException e) {
      throw new BrokenModelException(
          folder + " holds no encoder that can be read: " + e.getMessage(), e);
    }
  }

  /// What records call its vectors.
  public String version() {
    return version;
  }

  /// Its measures.
  public EncoderConfig config() {
    return config;
  }

  /// Its weights.
  public Weights weights() {
    return weights;
  }

  /// Its `tokenizer.json`, not a copy.
  public byte[] tokenizer() {
    return tokenizer;
  }

  /// Writes `model.onnx`, `model-int8.onnx` and `tokenizer.json` for weights tuned from this
  /// encoder, or its own.
  ///
  /// The built-in encoder's graph is kept and only its initialisers are replaced; for a
  /// HuggingFace folder the graph is written by [TransformerGraph], as are all graphs of int8.
  public void writeForServing(Weights tuned, Path folder) throws IOException {
    writeFull(tuned, folder.resolve(ModelFolder.MODEL));
    writeGraph(tuned, Precision.INT8, folder.resolve(ModelFolder.MODEL_INT8));
    Files.write(folder.resolve(ModelFolder.TOKENIZER), tokenizer);
  }

  /// The card of weights tuned from this encoder.
  ///
  /// @param queryStaysBase whether only days are encoded by them
  public ModelCard card(
      String name, String tuned, boolean queryStaysBase, long seed, Instant trainedAt) {
    return new ModelCard(
        name,
        tuned,
        Kind.ENCODER,
        Optional.of(version),
        config.hidden(),
        config.tokens(),
        config.pooling(),
        queryStaysBase,
        seed,
        trainedAt,
        Map.of());
  }

  /// An encoder of weights tuned from this one, or of its own, without a folder: for weighing
  /// weights against each other.
  ///
  /// @param threads how many texts are encoded side by side
  public TextEncoder encoder(Weights tuned, Precision precision, int threads) {
    ModelCard card = card("unnamed", "unnamed", false, 0, Instant.EPOCH);
    byte[] model = graph(tuned, precision);
    return SentenceEncoder.of(card, precision, () -> model, tokenizer, threads);
  }

  private byte[] graph(Weights tuned, Precision precision) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      writeGraph(tuned, precision, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("a graph could not be kept in memory", e);
    }
  }

  private void writeFull(Weights tuned, Path file) throws IOException {
    if (!version.equals(SentenceEncoder.VERSION)) {
      writeGraph(tuned, Precision.FULL, file);
      return;
    }
    OnnxFile graph = OnnxFile.of(BuiltInModel.model(Precision.FULL));
    Files.write(file, BertExport.with(graph, tuned));
  }

  private void writeGraph(Weights tuned, Precision precision, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      writeGraph(tuned, precision, out);
    }
  }

  /// Writes the graph of weights tuned from this encoder, or of its own.
  void writeGraph(Weights tuned, Precision precision, OutputStream out) throws IOException {
    switch (precision) {
      case FULL -> TransformerGraph.write(config, tuned, out);
      case INT8 -> {
        InputRanges inputs = InputRanges.measured(config, tuned, tokenizer);
        TransformerGraph.write(config, tuned, inputs, out);
      }
    }
  }

  private static int tokens(Path folder) throws IOException {
    Path file = folder.resolve("sentence_bert_config.json");
    if (!Files.exists(file)) {
      return ANY_TOKENS;
    }
    return json(file).path("max_seq_length").asInt(ANY_TOKENS);
  }

  private static Pooling pooling(Path folder) throws IOException {
    Path file = folder.resolve("1_Pooling").resolve("config.json");
    boolean cls = Files.exists(file) && json(file).path("pooling_mode_cls_token").asBoolean();
    return cls ? Pooling.CLS : Pooling.MEAN;
  }

  private static JsonNode json(Path file) throws IOException {
    return JSON.readTree(Files.readAllBytes(file));
  }
}
