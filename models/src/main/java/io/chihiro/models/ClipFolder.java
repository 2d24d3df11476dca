package io.chihiro.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A pair of encoders that put pictures and sentences into one space, as its owner laid it down: an
/// export of CLIP (Radford et al. 2021, arXiv:2103.00020) or a model of its kind as two .onnx files
/// that end in the projection.
///
/// The two lie in the folder itself or in `onnx` below it, as they are usually published.
public final class ClipFolder {
  private static final String TEXT = "text_model.onnx";
  private static final String PICTURES = "vision_model.onnx";
  private static final String TOKENIZER = "tokenizer.json";
  private static final String PREPARATION = "preprocessor_config.json";
  private static final String CONFIG = "config.json";

  /// What CLIP reads of a sentence.
  private static final int USUAL_TOKENS = 77;

  private static final int VERSION_CHARACTERS = 16;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;

  /// Of a folder that need not be there yet.
  public ClipFolder(Path folder) {
    this.folder = folder;
  }

  /// What has to be put where before pictures can be looked for; empty if everything is there.
  public Optional<String> missing() {
    List<String> missing =
        Stream.of(TEXT, PICTURES, TOKENIZER, PREPARATION).filter(file -> !has(file)).toList();
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            ("Pictures need a pair of encoders that does not ship with Chihiro: put %s of a CLIP"
                    + " model, exported to ONNX with its projections, into the folder %s.")
                .formatted(String.join(", ", missing), folder.getFileName()));
  }

  private boolean has(String file) {
    return Files.isRegularFile(file(file));
  }

  private Path file(String name) {
    Path below = folder.resolve("onnx").resolve(name);
    return name.endsWith(".onnx") && Files.isRegularFile(below) ? below : folder.resolve(name);
  }

  /// The version of vectors that its text encoder makes: changes whenever they would.
  public String version() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path each : List.of(file(TEXT), file(TOKENIZER))) {
        try (InputStream in = new DigestInputStream(Files.newInputStream(each), digest)) {
          long _ = in.transferTo(OutputStream.nullOutputStream());
        }
      }
      return "clip-" + HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_CHARACTERS);
    } catch (IOException e) {
      throw new BrokenModelException(folder + " cannot be read", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// Opens the encoder of sentences.
  ///
  /// @param threads that work on a batch
  /// @throws BrokenModelException if a file is missing or is not what it should be
  public ClipText text(int threads) {
    Path model = file(TEXT);
    try {
      byte[] tokenizer = Files.readAllBytes(file(TOKENIZER));
      return new ClipText(version(), model, new TextTokens(tokenizer, tokens()), tokens(), threads);
    } catch (IOException | RuntimeException e) {
      throw broken(model, e);
    }
  }

  /// Opens the encoder of pictures.
  ///
  /// @param threads that work on a picture
  /// @throws BrokenModelException if a file is missing or is not what it should be
  public ClipPictures pictures(int threads) {
    Path model = file(PICTURES);
    try {
      PicturePreparation preparation =
          PicturePreparation.of(JSON.readTree(file(PREPARATION).toFile()));
      return together(new ClipPictures(model, preparation, threads));
    } catch (IOException | RuntimeException e) {
      throw broken(model, e);
    }
  }

  // Halves of two pairs, or one without its projection, would be found out by nobody.
  private ClipPictures together(ClipPictures pictures) {
    try (ClipText text = text(1)) {
      if (text.dimension() == pictures.dimension()) {
        return pictures;
      }
      pictures.close();
      throw new IllegalArgumentException(
          "it gives vectors of %d numbers, and its twin for text of %d: they are no pair"
              .formatted(pictures.dimension(), text.dimension()));
    }
  }

  private int tokens() throws IOException {
    if (!has(CONFIG)) {
      return USUAL_TOKENS;
    }
    JsonNode config = JSON.readTree(file(CONFIG).toFile());
    return config.path("text_config").path("max_position_embeddings").asInt(USUAL_TOKENS);
  }

  private static BrokenModelException broken(Path model, Exception cause) {
    return new BrokenModelException(
        "%s, or what belongs to it, cannot be used: %s".formatted(model, cause.getMessage()),
        cause);
  }
}
