package io.chihiro.models;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.chihiro.models.SentenceEncoder.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One version of a model as it lies in the store: `<store>/<name>/<version>/` with `model.json`
/// and the files that it names.
///
/// It is written to a folder beside its place and moved there when it is whole, so that whoever
/// finds a folder finds all of it.
public final class ModelFolder {
  /// The card's file.
  public static final String CARD = "model.json";

  /// The transformer in full precision.
  public static final String MODEL = "model.onnx";

  /// The transformer with weights of eight bits.
  public static final String MODEL_INT8 = "model-int8.onnx";

  /// The transformer's tokenizer, in the form of HuggingFace.
  public static final String TOKENIZER = "tokenizer.json";

  /// The layers of a dense model.
  public static final String LAYERS = "layers.bin";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModules(new Jdk8Module(), new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private final Path folder;
  private final ModelCard card;

  /// Writes a model's files into a folder that is not yet in its place.
  @FunctionalInterface
  public interface Content {
    /// Writes the files of the model.
    void writeInto(Path temporary) throws IOException;
  }

  private ModelFolder(Path folder, ModelCard card) {
    this.folder = folder;
    this.card = card;
  }

  /// Reads a model's card; its files are looked at by [#verify] and when they are used.
  ///
  /// @throws BrokenModelException if there is no card, or none that can be read
  public static ModelFolder read(Path folder) {
    Path file = folder.resolve(CARD);
    try {
      return new ModelFolder(folder, JSON.readValue(Files.readAllBytes(file), ModelCard.class));
    } catch (NoSuchFileException e) {
      throw new BrokenModelException(file + " is missing", e);
    } catch (IOException e) {
      throw new BrokenModelException(file + " is no model card that can be read", e);
    }
  }

  /// Writes a version into the store.
  ///
  /// @param card the model's card; the files' digests are filled in here
  /// @param content writes every file but the card
  /// @throws IOException if it cannot be written; the store is then as it was before
  public static ModelFolder write(Path store, ModelCard card, Content content) throws IOException {
    return place(
        store,
        card.name(),
        card.version(),
        temporary -> {
          content.writeInto(temporary);
          ModelCard whole = card.withFiles(ModelFiles.digests(temporary));
          Files.write(temporary.resolve(CARD), JSON.writeValueAsBytes(whole));
        });
  }

  /// Puts a version that was written elsewhere into the store.
  ///
  /// @param content writes every file, the card too
  /// @throws IOException if it cannot be written; the store is then as it was before
  public static ModelFolder place(Path store, String name, String version, Content content)
      throws IOException {
    Path versions = Files.createDirectories(store.resolve(name));
    Path folder = versions.resolve(version);
    Path temporary = Files.createTempDirectory(versions, ".writing-");
    try {
      content.writeInto(temporary);
      new OwnersFolder(folder).delete();
      Files.move(temporary, folder, StandardCopyOption.ATOMIC_MOVE);
      return read(folder);
    } finally {
      new OwnersFolder(temporary).delete();
    }
  }

  /// What the folder says about itself.
  public ModelCard card() {
    return card;
  }

  /// Where it lies.
  public Path path() {
    return folder;
  }

  /// One of its files, whether it is there or not.
  public Path file(String name) {
    return folder.resolve(name);
  }

  /// Reads every file that the card names and compares its digest.
  ///
  /// @throws BrokenModelException naming the first file that is missing or is not what was written
  public ModelFolder verify() {
    new TreeMap<>(card.files()).forEach((name, digest) -> ModelFiles.verify(file(name), digest));
    return this;
  }

  /// The model as an encoder in full precision, alone with all that it stands on.
  ///
  /// @param threads how many texts are encoded side by side
  /// @throws BrokenModelException if a file is missing or cannot be used
  public TextEncoder encoder(int threads) {
    return encoder(threads, Precision.FULL);
  }

  /// The model as an encoder, alone with all that it stands on.
  ///
  /// @param threads how many texts are encoded side by side
  /// @throws BrokenModelException if a file is missing or cannot be used
  public TextEncoder encoder(int threads, Precision precision) {
    return switch (card.kind()) {
      case ENCODER -> SentenceEncoder.of(this, precision, threads);
      case DENSE -> DenseEncoder.owning(this, () -> beneath(threads, precision));
      case TFIDF, PRIOR, SONGS -> throw noEncoder();
    };
  }

  /// The model as an encoder that shares the encoder beneath it with others.
  ///
  /// @param beneath the encoder of the card's `base`; it is not closed with the new one
  /// @throws BrokenModelException if this is no dense model or stands on another encoder
  public TextEncoder encoder(TextEncoder beneath) {
    return switch (card.kind()) {
      case DENSE -> DenseEncoder.sharing(this, beneath);
      case ENCODER, TFIDF, PRIOR, SONGS -> throw noEncoder();
    };
  }

  private BrokenModelException noEncoder() {
    return new BrokenModelException(
        file(CARD) + " describes a model of kind " + card.kind() + ", which is no such encoder");
  }

  private TextEncoder beneath(int threads, Precision precision) {
    String base = card.base().orElseThrow();
    if (base.equals(SentenceEncoder.VERSION)) {
      return new SentenceEncoder(precision, threads);
    }
    return inStore(base).encoder(threads, precision);
  }

  private ModelFolder inStore(String version) {
    Path store = folder.toAbsolutePath().resolve("../..").normalize();
    try (Stream<Path> names = Files.list(store)) {
      return names
          .map(name -> name.resolve(version))
          .filter(place -> Files.exists(place.resolve(CARD)))
          .map(ModelFolder::read)
          .filter(model -> model.card.kind() == ModelCard.Kind.ENCODER)
          .findFirst()
          .orElseThrow(() -> missingBase(version, null));
    } catch (IOException e) {
      throw missingBase(version, e);
    }
  }

  private BrokenModelException missingBase(String version, @Nullable IOException cause) {
    String sentence = file(CARD) + " stands on " + version + ", which is not in the store";
    return cause == null
        ? new BrokenModelException(sentence)
        : new BrokenModelException(sentence, cause);
  }

  /// The versions of a model that a store holds whole, whether they can be used or not.
  public static List<ModelFolder> versions(Path store, String name) throws IOException {
    Path folder = store.resolve(name);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> versions = Files.list(folder)) {
      return versions
          .filter(version -> Files.exists(version.resolve(CARD)))
          .sorted()
          .map(ModelFolder::read)
          .toList();
    }
  }

  /// Forgets the version: its card first, so that nobody finds it half gone, and then its files.
  ///
  /// @param stays names of files that stay
  public void forget(Predicate<String> stays) throws IOException {
    Files.deleteIfExists(file(CARD));
    for (String name : card.files().keySet()) {
      if (!stays.test(name)) {
        Files.deleteIfExists(file(name));
      }
    }
  }

  /// Deletes versions whole, those too of which only a report is left.
  ///
  /// @param folder of a model
  /// @param versions which ones
  /// @return how many there were
  static int erase(Path folder, Predicate<String> versions) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> chosen =
          all.filter(each -> versions.test(String.valueOf(each.getFileName()))).toList();
      for (Path each : chosen) {
        new OwnersFolder(each).delete();
      }
      return chosen.size();
    }
  }
}
