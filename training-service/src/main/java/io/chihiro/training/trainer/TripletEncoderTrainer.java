package io.chihiro.training.trainer;

import io.chihiro.models.TextEncoder;
import io.chihiro.models.torch.TextTriplet;
import io.chihiro.models.torch.TextTriplets;
import io.chihiro.models.torch.TripletEncoder;
import io.chihiro.models.torch.TripletEncoder.VectorTriplet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// Learns from triplets of the days' vectors.
final class TripletEncoderTrainer implements ModelTrainer {
  @Override
  public Trained train(Lesson lesson) throws InterruptedException {
    List<TextTriplet> told = new ArrayList<>(TextTriplets.whole(lesson.split().train()));
    told.addAll(lesson.told());
    List<VectorTriplet> training = vectors(told, lesson.base());
    List<VectorTriplet> validation = vectors(TextTriplets.whole(lesson.steering()), lesson.base());
    var config = TripletEncoder.Config.usual(lesson.options().seed());
    TripletEncoder.Trained trained =
        TripletEncoder.train(config, training, validation, lesson.run());
    return DenseVersion.of(Trainers.TRIPLET_ENCODER, lesson, trained.layers(), trained.log());
  }

  private static List<VectorTriplet> vectors(List<TextTriplet> triplets, TextEncoder encoder)
      throws InterruptedException {
    List<String> texts =
        triplets.stream()
            .flatMap(t -> Stream.of(t.anchor(), t.positive(), t.negative()))
            .distinct()
            .toList();
    List<float[]> encoded = encoder.encodeAll(texts);
    Map<String, float[]> byText = new HashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      byText.put(texts.get(i), encoded.get(i));
    }
    return triplets.stream()
        .map(
            t ->
                new VectorTriplet(
                    Objects.requireNonNull(byText.get(t.anchor())),
                    Objects.requireNonNull(byText.get(t.positive())),
                    Objects.requireNonNull(byText.get(t.negative()))))
        .toList();
  }
}
