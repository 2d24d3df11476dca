package io.chihiro.models;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What a model's folder says about itself, as `model.json`.
///
/// @param name the model's name, as a request may give it, e.g. `sbert`
/// @param version changes whenever the model's numbers would; also its folder's name
/// @param kind how the files are to be read
/// @param base the version of the encoder beneath, for a dense model, or of the encoder it was
///     tuned from
/// @param dimension numbers in a vector; 0 where the model gives none
/// @param tokens tokens read at once, the marks at the ends included; 0 where it reads none
/// @param pooling how the tokens' vectors become the text's
/// @param queryStaysBase whether only the days are encoded by this model and what is asked by
///     its base
/// @param seed where the randomness of its training began
/// @param trainedAt when it was trained
/// @param files each file's SHA-256 in hexadecimal, by its name
public record ModelCard(
    String name,
    String version,
    Kind kind,
    Optional<String> base,
    int dimension,
    int tokens,
    Pooling pooling,
    boolean queryStaysBase,
    long seed,
    Instant trainedAt,
    Map<String, String> files) {

  /// How a model's files are to be read.
  public enum Kind {
    /// A transformer: `model.onnx`, perhaps `model-int8.onnx`, and `tokenizer.json`.
    @JsonProperty("encoder")
    ENCODER,
    /// Layers on top of another encoder's vectors: `layers.bin`.
    @JsonProperty("dense")
    DENSE,
    /// Counted words: no file, they are counted from the days in memory.
    @JsonProperty("tfidf")
    TFIDF,
    /// No text at all.
    @JsonProperty("prior")
    PRIOR,
    /// Songs and who belongs to them, in files that its own reader knows.
    @JsonProperty("songs")
    SONGS
  }

  /// How the tokens' vectors become the text's.
  public enum Pooling {
    /// Their mean.
    @JsonProperty("mean")
    MEAN,
    /// The first token's.
    @JsonProperty("cls")
    CLS
  }

  public ModelCard {
    requireName("name", name);
    requireName("version", version);
    require(kind != null && base != null && pooling != null, "kind, base and pooling are needed");
    require(kind != Kind.DENSE || base.isPresent(), "a dense model needs the base it stands on");
    require(dimension >= 0 && tokens >= 0, "dimension and tokens may not be negative");
    require(trainedAt != null, "trainedAt is needed");
    require(files != null, "files are needed");
    files = Map.copyOf(files);
    files.keySet().forEach(file -> requireName("a file's name", file));
  }

  /// The same card for these files.
  public ModelCard withFiles(Map<String, String> digests) {
    return new ModelCard(
        name,
        version,
        kind,
        base,
        dimension,
        tokens,
        pooling,
        queryStaysBase,
        seed,
        trainedAt,
        digests);
  }

  // Names become folders and files: they may not lead anywhere else.
  private static void requireName(String what, String name) {
    require(
        name != null && name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,127}"),
        what + " must be letters, digits, '.', '-' or '_'");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException("a model's card is wrong: " + otherwise);
    }
  }
}
