package io.chihiro.models.tastes.text;

import io.chihiro.models.tastes.Item;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// Summaries that were told once lie in a folder, one file each, so that none is asked or paid for
/// twice. The file's name is the SHA-256 of the model and of the question, so another model or
/// other lyrics are asked anew. That there is no summary is kept as well.
public final class KeptSummaries implements Summaries {
  private final Path folder;
  private final String model;
  private final Summaries asked;

  /// @param folder made when the first one is kept
  /// @param model whose summaries they are
  /// @param asked for what is not kept yet
  public KeptSummaries(Path folder, String model, Summaries asked) {
    this.folder = folder;
    this.model = model;
    this.asked = asked;
  }

  @Override
  public Optional<String> of(Item item) throws IOException, InterruptedException {
    Path file = folder.resolve(name(item));
    if (Files.exists(file)) {
      return Optional.of(Files.readString(file)).filter(kept -> !kept.isEmpty());
    }
    Optional<String> told = asked.of(item);
    keep(file, told.orElse(""));
    return told;
  }

  private void keep(Path file, String text) throws IOException {
    Files.createDirectories(folder);
    Path temporary = Files.createTempFile(folder, "summary", ".writing");
    Files.writeString(temporary, text);
    Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private String name(Item item) {
    byte[] key = (model + "\n" + OpenAiSummaries.question(item)).getBytes(StandardCharsets.UTF_8);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key)) + ".txt";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
