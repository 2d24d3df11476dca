package io.chihiro.embedding;

import io.chihiro.shape.ServiceShape;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Moments in, vectors out.
class EmbeddingShapeTest extends ServiceShape {
  EmbeddingShapeTest() {
    super(
        "io.chihiro.embedding",
        Set.of(
            "io.chihiro.events",
            "io.chihiro.door",
            "io.chihiro.metrics",
            "io.chihiro.models",
            "io.chihiro.models.bucket"));
  }

  @Test
  void modelsAreUsedThroughTheirOwnDoor() {
    theEncodersMachineryStaysWithTheModels();
  }
}
