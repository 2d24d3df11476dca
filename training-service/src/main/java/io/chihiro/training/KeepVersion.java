package io.chihiro.training;

import io.chihiro.models.GrowingStore;
import io.chihiro.models.ModelCard;
import io.chihiro.models.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;

/// `a judged version → the model store`.
///
/// @param store takes it, with what was found out about it
record KeepVersion(GrowingStore store) {
  /// Keeps a version that lies nowhere yet.
  ///
  /// @throws IOException in a sentence that names the store and the version
  ModelFolder keep(ModelCard card, ModelFolder.Content content) throws IOException {
    try {
      ModelFolder stored = ModelFolder.write(store.folder(), card, content);
      store.take(stored);
      return stored;
    } catch (IOException e) {
      throw new IOException(
          "the model store %s does not take %s: %s"
              .formatted(store.folder(), card.version(), e.getMessage()),
          e);
    }
  }

  /// Keeps a version that was written elsewhere to be measured.
  ///
  /// @param beside further files, such as its report
  /// @throws IOException in a sentence that names the store and the version
  ModelFolder keep(ModelFolder candidate, ModelFolder.Content beside) throws IOException {
    return keep(
        candidate.card(),
        temporary -> {
          for (String file : candidate.card().files().keySet()) {
            Files.copy(candidate.file(file), temporary.resolve(file));
          }
          beside.writeInto(temporary);
        });
  }
}
