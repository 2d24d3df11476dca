package io.chihiro.models.torch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.models.BrokenModelException;
import io.chihiro.models.ModelCard.Pooling;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.SentenceEncoder.Precision;
import io.chihiro.models.TextEncoder;
import io.chihiro.models.Vectors;
import io.chihiro.models.onnx.EncoderConfig.Family;
import io.chihiro.models.onnx.Pretrained;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransformerTest {
  private static final List<String> TEXTS =
      List.of(
          "rain",
          "I was home all day and the rain was a song",
          "The exam, the train, the snow. Tea and work and a run north, and the sea all day.");

  @TempDir Path folder;

  @Test
  void ourBlockEqualsOnnxRuntimeOnTheBuiltInModel() {
    Pretrained pretrained = Pretrained.builtIn();
    List<float[]> ours =
        FineTuning.vectors(pretrained, pretrained.weights(), SentenceEncoder.TOKENS, TEXTS);

    try (TextEncoder served = new SentenceEncoder(1)) {
      for (int i = 0; i < TEXTS.size(); i++) {
        assertArrayEquals(served.encode(TEXTS.get(i)), ours.get(i), 1e-5f);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aHuggingFaceFolderIsServedAsItIsTrained(Family family) throws IOException {
    Pretrained tiny = tiny(family);
    List<float[]> ours = FineTuning.vectors(tiny, tiny.weights(), tiny.config().tokens(), TEXTS);

    try (TextEncoder full = tiny.encoder(tiny.weights(), Precision.FULL, 1);
        TextEncoder small = tiny.encoder(tiny.weights(), Precision.INT8, 1)) {
      for (int i = 0; i < TEXTS.size(); i++) {
        assertArrayEquals(ours.get(i), full.encode(TEXTS.get(i)), 1e-5f);
        double cosine = Vectors.dot(ours.get(i), small.encode(TEXTS.get(i)));
        assertTrue(cosine > 0.98, "cosine " + cosine);
      }
    }
  }

  @Test
  void theFirstTokenSpeaksWhereTheFolderSaysSo() throws IOException {
    Pretrained mean = tiny(Family.BERT);
    Files.createDirectories(folder.resolve("BERT/1_Pooling"));
    Files.writeString(
        folder.resolve("BERT/1_Pooling/config.json"), "{\"pooling_mode_cls_token\": true}");
    Pretrained first = Pretrained.huggingFace("first", folder.resolve("BERT"));

    assertEquals(Pooling.CLS, first.config().pooling());
    float[] ours = FineTuning.vectors(first, first.weights(), 32, TEXTS).getLast();
    try (TextEncoder served = first.encoder(first.weights(), Precision.FULL, 1);
        TextEncoder other = mean.encoder(mean.weights(), Precision.FULL, 1)) {
      assertArrayEquals(served.encode(TEXTS.getLast()), ours, 1e-5f);
      assertTrue(Vectors.dot(other.encode(TEXTS.getLast()), ours) < 0.999);
    }
  }

  // TinyEncoder gives both the same rows, the RoBERTa's two further down.
  @Test
  void aRobertaCountsItsPositionsFromBehindThePadding() throws IOException {
    Pretrained bert = tiny(Family.BERT);
    Pretrained roberta = tiny(Family.ROBERTA);

    assertEquals(TinyEncoder.POSITIONS, bert.config().tokens());
    assertEquals(TinyEncoder.POSITIONS - 2, roberta.config().tokens());
    List<float[]> fromBert = FineTuning.vectors(bert, bert.weights(), 32, TEXTS);
    List<float[]> fromRoberta = FineTuning.vectors(roberta, roberta.weights(), 32, TEXTS);
    for (int i = 0; i < TEXTS.size(); i++) {
      assertArrayEquals(fromBert.get(i), fromRoberta.get(i), 1e-6f);
    }
  }

  @Test
  void aFolderOfAnotherFamilyIsRefusedByName() throws IOException {
    Path tiny = TinyEncoder.write(folder.resolve("other"), Family.BERT);
    String config = Files.readString(tiny.resolve("config.json")).replace("\"bert\"", "\"gpt2\"");
    Files.writeString(tiny.resolve("config.json"), config);

    BrokenModelException broken =
        assertThrows(BrokenModelException.class, () -> Pretrained.huggingFace("other", tiny));

    assertTrue(broken.toString().contains("gpt2"), broken.toString());
  }

  private Pretrained tiny(Family family) throws IOException {
    Path tiny = TinyEncoder.write(folder.resolve(family.name()), family);
    return Pretrained.huggingFace("tiny-" + family, tiny);
  }
}
