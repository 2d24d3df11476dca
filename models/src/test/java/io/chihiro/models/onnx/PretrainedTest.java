package io.chihiro.models.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.models.BuiltInModel;
import io.chihiro.models.ModelCard;
import io.chihiro.models.ModelFolder;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.SentenceEncoder.Precision;
import io.chihiro.models.TextEncoder;
import io.chihiro.models.Vectors;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PretrainedTest {
  private static final String ENTRY =
      "It rained all morning, so Ana and I stayed in and cooked. The flat smelled of onions and we"
          + " talked about moving north, about the sea and how quiet the winters are there. I was"
          + " calm for the first time this month. ";
  private static final List<String> ENTRIES =
      List.of(
          ENTRY,
          ENTRY.repeat(3),
          "The exam went badly and I walked home along the tracks, listening to the same song over"
              + " and over until my feet hurt.",
          "Birthday dinner with everybody. Too much wine, too much noise, and I loved all of it.");

  @TempDir Path store;

  @Test
  void everyParameterOfTheBuiltInModelHasItsName() {
    Weights weights = Pretrained.builtIn().weights();

    assertEquals(5 + 6 * 16, weights.names().size());
    assertArrayEquals(
        new int[] {1536, 384}, weights.get("encoder.layer.5.intermediate.dense.weight").shape());
  }

  @Test
  void weightsWrittenBackUnchangedGiveTheSameBits() throws IOException {
    ModelFolder folder = write(Pretrained.builtIn());

    try (TextEncoder written = folder.encoder(1);
        TextEncoder builtIn = new SentenceEncoder(1)) {
      assertArrayEquals(builtIn.encode(ENTRY), written.encode(ENTRY));
    }
  }

  @Test
  void eightBitsStayCloseOnWholeEntries() throws Exception {
    ModelFolder folder = write(Pretrained.builtIn());

    try (TextEncoder small = folder.encoder(2, Precision.INT8);
        TextEncoder builtIn = new SentenceEncoder(2)) {
      List<float[]> together = small.encodeAll(ENTRIES);
      for (int i = 0; i < ENTRIES.size(); i++) {
        double cosine = Vectors.dot(builtIn.encode(ENTRIES.get(i)), together.get(i));
        assertTrue(cosine >= 0.99, "cosine " + cosine);
        assertArrayEquals(small.encode(ENTRIES.get(i)), together.get(i));
      }
    }
  }

  @Test
  void inEightBitsManyTextsOfOneLengthDoNotDisturbEachOther() throws Exception {
    List<String> texts =
        IntStream.range(100, 140).mapToObj(i -> "On day " + i + " we swam again.").toList();

    try (TextEncoder small = new SentenceEncoder(Precision.INT8, 2)) {
      List<float[]> together = small.encodeAll(texts);
      for (int i = 0; i < texts.size(); i++) {
        assertArrayEquals(small.encode(texts.get(i)), together.get(i));
      }
    }
  }

  @Test
  void aFileThatIsNoGraphIsRefused() {
    byte[] cut = Arrays.copyOf(BuiltInModel.model(Precision.FULL), 5_000_000);

    assertThrows(IllegalArgumentException.class, () -> OnnxFile.of(cut));
  }

  @Test
  void mixingWithTheBaseIsLinear() {
    Weights ones = new Weights(Map.of("w", Weight.of(new float[] {1, 2}, 2)));
    Weights zeros = new Weights(Map.of("w", Weight.of(new float[] {3, 0}, 2)));

    assertArrayEquals(new float[] {2.5f, 0.5f}, ones.mixed(zeros, 0.25).get("w").values());
  }

  @Test
  void safetensorsComeBackAsTheyWere() throws IOException {
    Path file = store.resolve("model.safetensors");
    Weights weights =
        new Weights(
            Map.of(
                "a", Weight.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3),
                "b", Weight.of(new float[] {-0.5f}, 1)));
    Safetensors.write(weights.byName(), file);

    Weights read = Safetensors.read(file);

    assertArrayEquals(new int[] {2, 3}, read.get("a").shape());
    assertArrayEquals(weights.get("a").values(), read.get("a").values());
    assertArrayEquals(weights.get("b").values(), read.get("b").values());
  }

  private ModelFolder write(Pretrained pretrained) throws IOException {
    ModelCard card = pretrained.card("sbert", "sbert-1", false, 1, Instant.EPOCH);
    return ModelFolder.write(
        store, card, folder -> pretrained.writeForServing(pretrained.weights(), folder));
  }
}
