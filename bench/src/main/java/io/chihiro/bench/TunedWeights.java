package io.chihiro.bench;

import io.chihiro.models.LifeDay;
import io.chihiro.models.evaluation.GeneralPairs;
import io.chihiro.models.evaluation.Names;
import io.chihiro.models.evaluation.Split;
import io.chihiro.models.evaluation.Triplet;
import io.chihiro.models.onnx.Pretrained;
import io.chihiro.models.onnx.Safetensors;
import io.chihiro.models.onnx.Weights;
import io.chihiro.models.torch.FineTuning;
import io.chihiro.models.torch.TextTriplet;
import io.chihiro.models.torch.TextTriplets;
import io.chihiro.models.torch.TrainingRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Weights tuned by the recipes, kept in a folder: a measurement that was stopped goes on where it
/// was, and what has been tuned once is not tuned again.
///
/// @param seed of the draw of sentences
record TunedWeights(Lab lab, Path folder, Pretrained pretrained, long seed) {
  /// Three epochs of these are 150 steps: enough to forget how people speak of moods.
  private static final int ANY_TRIPLETS = 100;

  private static final int GENERAL_SENTENCES = 100;

  /// What a recipe makes of a split's triplets.
  Weights of(TriedRecipe tried, Split split) throws IOException {
    List<TextTriplet> training = training(tried, split);
    List<TextTriplet> validation = TextTriplets.whole(split.validation());
    String name = "%s-%x".formatted(tried.training(), training.hashCode());
    Path file = folder.resolve(name + ".safetensors");
    if (!Files.exists(file)) {
      Path unfinished = folder.resolve(name + ".checkpoints");
      Files.createDirectories(folder);
      lab.say("recipes: tuning '%s' on %d triplets".formatted(tried.training(), training.size()));
      Weights tuned =
          FineTuning.tune(
                  pretrained,
                  tried.recipe(),
                  training,
                  validation,
                  general(),
                  TrainingRun.quiet(unfinished))
              .weights();
      Safetensors.write(tuned.byName(), unfinished.resolve("tuned"));
      Path _ = Files.move(unfinished.resolve("tuned"), file);
    }
    return Safetensors.read(file);
  }

  private List<TextTriplet> training(TriedRecipe tried, Split split) {
    List<Triplet> balanced =
        TextTriplets.balanced(split.train(), TextTriplets.MOST_OF_A_SONG, seed);
    return switch (tried.lesson()) {
      case ANY -> TextTriplets.whole(any(split.train()));
      case BALANCED -> TextTriplets.whole(balanced);
      case SENTENCES ->
          TextTriplets.withSentences(
              balanced, Names.of(split.learned().stream().map(LifeDay::text).toList()), seed);
    };
  }

  private List<Triplet> any(List<Triplet> triplets) {
    List<Triplet> shuffled = new ArrayList<>(triplets);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled.subList(0, Math.min(ANY_TRIPLETS, shuffled.size()));
  }

  private static List<String> general() {
    return GeneralPairs.all().stream()
        .map(GeneralPairs.Pair::first)
        .distinct()
        .limit(GENERAL_SENTENCES)
        .toList();
  }
}
