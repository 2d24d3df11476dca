package io.chihiro.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.ModelTrained;
import io.chihiro.events.ModelTrained.Kept;
import io.chihiro.events.ModelTrained.Kind;
import io.chihiro.models.FolderStore;
import io.chihiro.models.ModelCard;
import io.chihiro.models.ModelCard.Pooling;
import io.chihiro.models.ModelFolder;
import io.chihiro.models.evaluation.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OldVersionsTest {
  @TempDir Path store;

  @Test
  void whatIsKeptAndTheNewestStay() throws IOException {
    for (String version : List.of("1", "2", "3", "4")) {
      write(version);
    }

    new OldVersions(new FolderStore(store)).forget(model("4", "1", "3"));

    assertEquals(List.of("1", "3", "4"), whole());
  }

  @Test
  void whatWasFoundOutAboutAnOldVersionStays() throws IOException {
    write("1");
    write("2");

    new OldVersions(new FolderStore(store)).forget(model("2", "2"));

    Path old = store.resolve("sbert/1");
    assertTrue(Files.exists(old.resolve(Report.JSON_FILE)));
    assertTrue(Files.notExists(old.resolve(ModelFolder.MODEL)));
  }

  @Test
  void aStoreWithoutTheModelHasNothingToForget() throws IOException {
    new OldVersions(new FolderStore(store)).forget(model("1", "1"));

    assertEquals(List.of(), whole());
  }

  private List<String> whole() throws IOException {
    return ModelFolder.versions(store, "sbert").stream()
        .map(version -> version.card().version())
        .toList();
  }

  private void write(String version) throws IOException {
    ModelCard card =
        new ModelCard(
            "sbert",
            version,
            ModelCard.Kind.ENCODER,
            Optional.empty(),
            384,
            256,
            Pooling.MEAN,
            false,
            1,
            Instant.EPOCH,
            Map.of());
    ModelFolder _ =
        ModelFolder.write(
            store,
            card,
            folder -> {
              Files.writeString(folder.resolve(ModelFolder.MODEL), "weights");
              Files.writeString(folder.resolve(Report.JSON_FILE), "{}");
            });
  }

  private static ModelTrained model(String newest, String... kept) {
    return new ModelTrained(
        "sbert",
        newest,
        "sbert/" + newest,
        Instant.EPOCH,
        Map.of(),
        true,
        "It was better.",
        Kind.ENCODER,
        Optional.of(newest),
        Optional.of(Instant.EPOCH),
        false,
        List.of(kept).stream()
            .map(version -> new Kept(version, "sbert/" + version, Instant.EPOCH))
            .toList());
  }
}
