package io.chihiro.models.bucket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.models.BrokenModelException;
import io.chihiro.models.FolderStore;
import io.chihiro.models.GrowingStore;
import io.chihiro.models.ModelCard;
import io.chihiro.models.ModelCard.Kind;
import io.chihiro.models.ModelCard.Pooling;
import io.chihiro.models.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BucketStoreTest {
  @TempDir Path here;
  @TempDir Path elsewhere;

  private final InMemoryBucket bucket = new InMemoryBucket();

  @Test
  void whatOneMachineTakesAnotherOneFinds() throws IOException {
    store(here).take(write(here, "1", Kind.ENCODER, "a model"));

    ModelFolder brought = store(elsewhere).bring("sbert", "1");

    assertEquals("a model", Files.readString(brought.file(ModelFolder.MODEL)));
    assertTrue(brought.path().startsWith(elsewhere));
  }

  @Test
  void whatWasBroughtIsNotBroughtAgain() throws IOException {
    store(here).take(write(here, "1", Kind.ENCODER, "a model"));
    GrowingStore store = store(elsewhere);

    var _ = store.bring("sbert", "1");
    int reads = bucket.reads();
    var _ = store.bring("sbert", "1");

    assertEquals(reads, bucket.reads());
  }

  @Test
  void aFileThatBrokeOnThisMachineIsBroughtAgain() throws IOException {
    ModelFolder written = write(here, "1", Kind.ENCODER, "a model");
    store(here).take(written);
    Files.writeString(written.file(ModelFolder.MODEL), "half a mo");

    ModelFolder brought = store(here).bring("sbert", "1");

    assertEquals("a model", Files.readString(brought.file(ModelFolder.MODEL)));
  }

  @Test
  void layersAreBroughtWithTheEncoderTheyStandOn() throws IOException {
    store(here).take(write(here, "tuned-1", Kind.ENCODER, "a model"));
    store(here).take(write(here, "layers-1", Kind.DENSE, "layers"));

    var _ = store(elsewhere).bring("vae", "layers-1");

    assertTrue(Files.exists(elsewhere.resolve("sbert/tuned-1/model.json")));
  }

  @Test
  void aVersionThatIsNowhereIsNamedByItsCard() {
    BrokenModelException problem =
        assertThrows(BrokenModelException.class, () -> store(here).bring("sbert", "1"));

    assertEquals(here.resolve("sbert/1/model.json") + " is missing", problem.getMessage());
  }

  @Test
  void aVersionWithoutItsCardIsNotThereYet() throws IOException {
    store(here).take(write(here, "1", Kind.ENCODER, "a model"));
    bucket.delete("sbert/1/model.json");

    assertThrows(BrokenModelException.class, () -> store(elsewhere).bring("sbert", "1"));
  }

  @Test
  void aFullBucketTakesNoCard() throws IOException {
    bucket.fill();
    ModelFolder written = write(here, "1", Kind.ENCODER, "a model");

    assertThrows(IOException.class, () -> store(here).take(written));
    assertEquals(List.of(), bucket.keys(""));
  }

  @Test
  void whatIsForgottenKeepsWhatStays() throws IOException {
    ModelFolder written = write(here, "1", Kind.ENCODER, "a model");
    store(here).take(written);

    store(here).forget(written, ModelFolder.TOKENIZER::equals);

    assertEquals(List.of("sbert/1/tokenizer.json"), bucket.keys(""));
    assertTrue(Files.notExists(written.file(ModelFolder.MODEL)));
  }

  @Test
  void whatWasBroughtAndIsHeldNoMoreLeavesThisMachine() throws IOException {
    store(here).take(write(here, "1", Kind.ENCODER, "a model"));
    store(here).take(write(here, "2", Kind.ENCODER, "a model"));
    GrowingStore store = store(elsewhere);
    var _ = store.bring("sbert", "1");
    var _ = store.bring("sbert", "2");

    store.release((name, version) -> name.equals("sbert") && version.equals("2"));

    assertTrue(Files.notExists(elsewhere.resolve("sbert/1")));
    assertTrue(Files.exists(elsewhere.resolve("sbert/2/model.json")));
    assertEquals("1", store.bring("sbert", "1").card().version(), "it can be brought again");
  }

  @Test
  void whatWasWrittenHereStays() throws IOException {
    store(here).take(write(here, "1", Kind.ENCODER, "a model"));

    store(here).release((_, _) -> false);

    assertTrue(Files.exists(here.resolve("sbert/1/model.json")));
  }

  @Test
  void whatHeldLayersStandOnStays() throws IOException {
    store(here).take(write(here, "tuned-1", Kind.ENCODER, "a model"));
    store(here).take(write(here, "layers-1", Kind.DENSE, "layers"));
    var _ = store(elsewhere).bring("vae", "layers-1");

    store(elsewhere).release((name, _) -> name.equals("vae"));

    assertTrue(Files.exists(elsewhere.resolve("sbert/tuned-1/model.json")));
  }

  @Test
  void aFolderThatIsNotThereHoldsNothing() throws IOException {
    store(elsewhere.resolve("none")).release((_, _) -> false);

    assertTrue(Files.notExists(elsewhere.resolve("none")));
  }

  private GrowingStore store(Path folder) {
    return new BucketStore(new FolderStore(folder), bucket);
  }

  private static ModelFolder write(Path store, String version, Kind kind, String content)
      throws IOException {
    ModelCard card =
        new ModelCard(
            kind == Kind.DENSE ? "vae" : "sbert",
            version,
            kind,
            Optional.of(kind == Kind.DENSE ? "tuned-1" : "base"),
            384,
            256,
            Pooling.MEAN,
            false,
            1,
            Instant.EPOCH,
            Map.of());
    return ModelFolder.write(
        store,
        card,
        place -> {
          Files.writeString(place.resolve(ModelFolder.MODEL), content);
          Files.writeString(place.resolve(ModelFolder.TOKENIZER), "words");
        });
  }
}
