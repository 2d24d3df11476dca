package io.chihiro.bench;

import io.chihiro.models.LifeDay;
import io.chihiro.models.PassageSplitter;
import io.chihiro.models.evaluation.GeneralPairs;
import io.chihiro.models.evaluation.Names;
import io.chihiro.models.evaluation.Split;
import io.chihiro.models.evaluation.Triplet;
import io.chihiro.models.onnx.Pretrained;
import io.chihiro.models.onnx.Safetensors;
import io.chihiro.models.onnx.Weights;
import io.chihiro.models.torch.FineTuning;
import io.chihiro.models.torch.TextTriplet;
import io.chihiro.models.torch.TrainingRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Weights tuned by the recipes, kept in a folder: a measurement that was stopped goes on where it
/// was, and what has been tuned once is not tuned again.
///
/// @param seed of the draw of sentences
record TunedWeights(Lab lab, Path folder, Pretrained pretrained, long seed) {
  private static final int FEWEST_WORDS = 4;
  private static final int GENERAL_SENTENCES = 100;

  /// What a recipe makes of a split's triplets.
  Weights of(TriedRecipe tried, Split split) throws IOException {
    List<TextTriplet> training =
        tried.sentences() ? withSentences(split) : split.train().stream().map(this::whole).toList();
    List<TextTriplet> validation = split.validation().stream().map(this::whole).toList();
    String name =
        "%s-%x".formatted(tried.training(), 31 * tried.recipe().toString().hashCode() + training.hashCode());
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

  private TextTriplet whole(Triplet triplet) {
    return triplet(triplet, triplet.anchor().text());
  }

  // Every second anchor is one of its day's sentences, as somebody would ask who remembers no name.
  private List<TextTriplet> withSentences(Split split) {
    Names names = Names.of(split.learned().stream().map(LifeDay::text).toList());
    Random random = new Random(seed);
    List<TextTriplet> texts = new ArrayList<>();
    for (Triplet triplet : split.train()) {
      List<String> sentences = sentences(triplet.anchor().text(), names);
      boolean whole = sentences.isEmpty() || random.nextBoolean();
      texts.add(
          whole
              ? whole(triplet)
              : triplet(triplet, sentences.get(random.nextInt(sentences.size()))));
    }
    return texts;
  }

  private static List<String> sentences(String text, Names names) {
    return PassageSplitter.sentences(text).stream()
        .map(span -> names.masked(span.of(text)))
        .filter(sentence -> sentence.split("\\s+", -1).length >= FEWEST_WORDS)
        .toList();
  }

  private static TextTriplet triplet(Triplet triplet, String anchor) {
    return new TextTriplet(
        triplet.song(), anchor, triplet.positive().text(), triplet.negative().text());
  }

  private static List<String> general() {
    return GeneralPairs.all().stream()
        .map(GeneralPairs.Pair::first)
        .distinct()
        .limit(GENERAL_SENTENCES)
        .toList();
  }
}
