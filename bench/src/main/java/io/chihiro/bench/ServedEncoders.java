package io.chihiro.bench;

import io.chihiro.models.SentenceEncoder.Precision;
import io.chihiro.models.TextEncoder;
import io.chihiro.models.Vectors;
import io.chihiro.models.evaluation.RankCorrelation;
import io.chihiro.models.evaluation.Split;
import io.chihiro.models.onnx.Pretrained;
import io.chihiro.models.onnx.Weights;
import io.chihiro.models.torch.FineTuning;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Whether ONNX Runtime serves what PyTorch trained, in full precision and with eight bits.
record ServedEncoders(Lab lab, Pretrained pretrained, Weights tuned) {
  private static final int THREADS = 2;
  private static final int ENTRIES = 60;
  private static final double MOST_DIFFERENCE = 1e-5;
  private static final double LEAST_COSINE = 0.99;
  private static final double MOST_SPEARMAN_DIFFERENCE = 0.005;

  // Of a line of STS: tab separated, the score and the two sentences.
  private static final int SCORE = 4;

  List<Row> rows(Split split) throws InterruptedException {
    List<String> entries = split.heldOut().stream().map(day -> day.text()).limit(ENTRIES).toList();
    try (TextEncoder full = pretrained.encoder(tuned, Precision.FULL, THREADS);
        TextEncoder small = pretrained.encoder(tuned, Precision.INT8, THREADS)) {
      List<float[]> served = full.encodeAll(entries);
      List<float[]> trained =
          FineTuning.vectors(pretrained, tuned, pretrained.config().tokens(), entries);
      List<float[]> rounded = small.encodeAll(entries);
      List<Row> rows = new ArrayList<>();
      rows.add(
          row("largest difference of served and trained numbers", difference(served, trained))
              .against(new Bar.AtMost(MOST_DIFFERENCE)));
      rows.add(
          row("least cosine of eight bits to full precision", leastCosine(served, rounded))
              .against(new Bar.AtLeast(LEAST_COSINE)));
      rows.addAll(sts(full, small));
      return rows;
    }
  }

  private List<Row> sts(TextEncoder full, TextEncoder small) throws InterruptedException {
    Path file = lab.root().resolve("../shared/data/stsbenchmark/sts-dev.csv").normalize();
    if (!Files.exists(file)) {
      lab.say("learning: STS is left out, as it is not at " + file);
      return List.of();
    }
    List<List<String>> pairs = lines(file);
    double ofFull = spearman(full, pairs);
    double ofSmall = spearman(small, pairs);
    return List.of(
        row("Spearman on STS dev, tuned, full precision", ofFull),
        row("Spearman on STS dev, tuned, eight bits", ofSmall)
            .beside(ofFull)
            .against(new Bar.AtLeast(ofFull - MOST_SPEARMAN_DIFFERENCE)));
  }

  private static List<List<String>> lines(Path file) {
    try {
      return Files.readAllLines(file).stream().map(line -> List.of(line.split("\t", -1))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  private static double spearman(TextEncoder encoder, List<List<String>> pairs)
      throws InterruptedException {
    List<String> texts = new ArrayList<>();
    pairs.forEach(pair -> texts.addAll(pair.subList(SCORE + 1, SCORE + 3)));
    List<float[]> vectors = encoder.encodeAll(texts);
    List<Double> similarities = new ArrayList<>();
    for (int i = 0; i < vectors.size(); i += 2) {
      similarities.add((double) Vectors.dot(vectors.get(i), vectors.get(i + 1)));
    }
    return RankCorrelation.of(
        similarities, pairs.stream().map(pair -> Double.valueOf(pair.get(SCORE))).toList());
  }

  private static Row row(String what, double value) {
    return Row.of(Benchmarks.LEARNING, what, "", value);
  }

  private static double difference(List<float[]> some, List<float[]> others) {
    double largest = 0;
    for (int i = 0; i < some.size(); i++) {
      for (int j = 0; j < some.get(i).length; j++) {
        largest = Math.max(largest, Math.abs(some.get(i)[j] - others.get(i)[j]));
      }
    }
    return largest;
  }

  private static double leastCosine(List<float[]> some, List<float[]> others) {
    double least = 1;
    for (int i = 0; i < some.size(); i++) {
      least = Math.min(least, Vectors.dot(some.get(i), others.get(i)));
    }
    return least;
  }
}
