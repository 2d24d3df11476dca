package io.chihiro.training;

import io.chihiro.shape.ServiceShape;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Moments and vectors in, measured models out.
class TrainingShapeTest extends ServiceShape {
  TrainingShapeTest() {
    super(
        "io.chihiro.training",
        Set.of(
            "io.chihiro.events",
            "io.chihiro.door",
            "io.chihiro.keys",
            "io.chihiro.metrics",
            "io.chihiro.models",
            "io.chihiro.models.bucket",
            "io.chihiro.models.evaluation",
            "io.chihiro.models.lines",
            "io.chihiro.models.onnx",
            "io.chihiro.models.sequences",
            "io.chihiro.models.tastes",
            "io.chihiro.models.torch"));
  }

  @Test
  void modelsAreUsedThroughTheirOwnDoor() {
    theEncodersMachineryStaysWithTheModels();
  }
}
