package io.chihiro.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.models.ModelCard.Kind;
import io.chihiro.models.ModelCard.Pooling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFolderTest {
  private static final ModelCard CARD =
      new ModelCard(
          "vae",
          "vae-1",
          Kind.DENSE,
          Optional.of(SentenceEncoder.VERSION),
          2,
          256,
          Pooling.MEAN,
          false,
          42,
          Instant.parse("2026-11-22T10:00:00Z"),
          Map.of());

  @TempDir Path store;

  @Test
  void whatWasWrittenIsRead() throws IOException {
    ModelFolder written = write(CARD, layers(384));

    ModelFolder read = ModelFolder.read(store.resolve("vae/vae-1")).verify();

    assertEquals(written.card(), read.card());
    assertEquals(List.of("layers.bin"), List.copyOf(read.card().files().keySet()));
  }

  @Test
  void aChangedFileIsNamed() throws IOException {
    ModelFolder model = write(CARD, layers(384));
    Files.writeString(model.file("layers.bin"), "something else");

    BrokenModelException broken = assertThrows(BrokenModelException.class, model::verify);

    assertTrue(broken.toString().contains("layers.bin"), broken.toString());
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    ModelFolder model = write(CARD, layers(384));
    Files.delete(model.file("layers.bin"));

    BrokenModelException broken = assertThrows(BrokenModelException.class, model::verify);

    assertTrue(broken.toString().contains("layers.bin is missing"), broken.toString());
  }

  @Test
  void aFolderWithoutACardIsNoModel() {
    assertThrows(BrokenModelException.class, () -> ModelFolder.read(store));
  }

  @Test
  void aModelThatFailsHalfwayLeavesNothingBehind() throws IOException {
    assertThrows(
        IOException.class,
        () ->
            ModelFolder.write(
                store,
                CARD,
                _ -> {
                  throw new IOException("the disk is full");
                }));

    try (Stream<Path> left = Files.list(store.resolve("vae"))) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void aDenseModelStandsOnTheBuiltInEncoder() throws Exception {
    ModelFolder model = write(CARD, layers(384));

    try (TextEncoder dense = model.encoder(1);
        TextEncoder base = new SentenceEncoder(1)) {
      float[] vector = base.encode("rain");
      float[] expected = Vectors.unit(new float[] {vector[0], vector[1]});
      assertArrayEquals(expected, dense.encode("rain"), 1e-6f);
      assertArrayEquals(expected, dense.encodeAll(List.of("rain")).getFirst(), 1e-6f);
      assertEquals("vae-1", dense.version());
    }
  }

  @Test
  void layersThatDoNotFitTheEncoderAreRefused() throws IOException {
    ModelFolder model = write(CARD, layers(383));

    try (TextEncoder base = new SentenceEncoder(1)) {
      assertThrows(BrokenModelException.class, () -> model.encoder(base));
    }
  }

  @Test
  void namesLeadNowhereElse() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new ModelCard(
                "../vae",
                "1",
                Kind.PRIOR,
                Optional.empty(),
                0,
                0,
                Pooling.MEAN,
                false,
                0,
                Instant.EPOCH,
                Map.of()));
  }

  private ModelFolder write(ModelCard card, DenseLayers layers) throws IOException {
    return ModelFolder.write(
        store, card, folder -> layers.write(folder.resolve(ModelFolder.LAYERS)));
  }

  /// Layers that keep the first two numbers.
  private static DenseLayers layers(int inputs) {
    float[][] weights = new float[2][inputs];
    weights[0][0] = 1;
    weights[1][1] = 1;
    return DenseLayers.of(List.of(new DenseLayers.Layer(weights, new float[2])));
  }
}
