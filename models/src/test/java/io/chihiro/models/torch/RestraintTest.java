package io.chihiro.models.torch;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.models.torch.Restraint.Leaving;
import org.junit.jupiter.api.Test;

class RestraintTest {
  private static final Restraint LOWER = new Restraint(true, 3, new Leaving.Free());

  @Test
  void tablesAndLowerLayersStay() {
    assertTrue(LOWER.freezes("embeddings.word_embeddings.weight"));
    assertTrue(LOWER.freezes("encoder.layer.2.output.dense.weight"));
  }

  @Test
  void upperLayersAreTrainedAlsoWhereThereAreMoreThanTen() {
    assertFalse(LOWER.freezes("encoder.layer.3.output.dense.weight"));
    assertFalse(LOWER.freezes("encoder.layer.11.output.dense.weight"));
  }

  @Test
  void withoutRestraintNothingStays() {
    assertFalse(Restraint.NONE.freezes("embeddings.word_embeddings.weight"));
    assertFalse(Restraint.NONE.freezes("encoder.layer.0.output.dense.weight"));
  }

  @Test
  void theBiasOfDistancesIsNoLayers() {
    assertFalse(LOWER.freezes("encoder.relative_attention_bias.weight"));
  }
}
