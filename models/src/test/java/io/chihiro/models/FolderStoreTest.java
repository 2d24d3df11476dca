package io.chihiro.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.models.ModelCard.Kind;
import io.chihiro.models.ModelCard.Pooling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderStoreTest {
  private static final TextEncoder BASE = new InMemoryEncoder(SentenceEncoder.VERSION, 8);

  @TempDir Path folder;

  @Test
  void aVersionThatIsNotThereIsNamedByItsCard() {
    assertEquals(
        folder.resolve("sbert/1/model.json") + " is missing", problem("sbert", "1").getMessage());
  }

  @Test
  void aFileThatWasChangedIsNamed() throws IOException {
    Path file = write(true).file(ModelFolder.MODEL);
    Files.writeString(file, "not a model");

    assertTrue(
        String.valueOf(problem("sbert", "1").getMessage()).startsWith(file + " is not what was"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../models", "..", "", "a/b", "/etc"})
  void aNameThatClimbsOutNamesNothing(String version) {
    assertEquals(
        "There is no model called so in " + folder, problem("sbert", version).getMessage());
  }

  @Test
  void whatIsAskedStaysWithTheBaseIfTheCardSaysSo() throws IOException {
    var _ = write(true);

    assertEquals(BASE, new FolderStore(folder).find("sbert", "1").queries(1, BASE));
  }

  private ModelFolder write(boolean queryStaysBase) throws IOException {
    ModelCard card =
        new ModelCard(
            "sbert",
            "1",
            Kind.ENCODER,
            Optional.of(SentenceEncoder.VERSION),
            384,
            256,
            Pooling.MEAN,
            queryStaysBase,
            1,
            Instant.EPOCH,
            Map.of());
    return ModelFolder.write(
        folder, card, place -> Files.writeString(place.resolve(ModelFolder.MODEL), "a model"));
  }

  private BrokenModelException problem(String name, String version) {
    return assertThrows(
        BrokenModelException.class, () -> new FolderStore(folder).find(name, version));
  }
}
