package io.chihiro.models.torch;

import io.chihiro.models.PassageSplitter;
import io.chihiro.models.evaluation.Names;
import io.chihiro.models.evaluation.Triplet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Triplets of days as the triplets of texts that fine-tuning reads.
public final class TextTriplets {
  /// A song on thirty days has 435 pairs of days, one on six has fifteen: a favourite that runs
  /// through every era would be nearly all that is learned, and it says nothing of any era.
  public static final int MOST_OF_A_SONG = 12;

  /// A sentence with fewer words left says nothing.
  private static final int FEWEST_WORDS = 4;

  private TextTriplets() {}

  /// Whole days.
  public static List<TextTriplet> whole(List<Triplet> triplets) {
    return triplets.stream().map(triplet -> with(triplet.anchor().text(), triplet)).toList();
  }

  /// Some of the triplets: no song has more than `most`.
  public static List<Triplet> balanced(List<Triplet> triplets, int most, long seed) {
    Map<String, List<Triplet>> bySong = new TreeMap<>();
    triplets.forEach(
        triplet -> bySong.computeIfAbsent(triplet.song(), _ -> new ArrayList<>()).add(triplet));
    List<Triplet> balanced = new ArrayList<>();
    for (List<Triplet> own : bySong.values()) {
      Collections.shuffle(own, new Random(seed));
      balanced.addAll(own.subList(0, Math.min(most, own.size())));
    }
    return balanced;
  }

  /// About every second anchor is one sentence of its day, its names masked: moods are short and
  /// name nobody, and what learns from whole days alone forgets how to read them.
  public static List<TextTriplet> withSentences(List<Triplet> triplets, Names names, long seed) {
    Random random = new Random(seed);
    List<TextTriplet> texts = new ArrayList<>();
    for (Triplet triplet : triplets) {
      List<String> sentences = sentences(triplet.anchor().text(), names);
      boolean whole = sentences.isEmpty() || random.nextBoolean();
      String anchor =
          whole ? triplet.anchor().text() : sentences.get(random.nextInt(sentences.size()));
      texts.add(with(anchor, triplet));
    }
    return texts;
  }

  private static List<String> sentences(String text, Names names) {
    return PassageSplitter.sentences(text).stream()
        .map(span -> names.masked(span.of(text)))
        .filter(sentence -> sentence.split("\\s+", -1).length >= FEWEST_WORDS)
        .toList();
  }

  private static TextTriplet with(String anchor, Triplet triplet) {
    return new TextTriplet(
        triplet.song(), anchor, triplet.positive().text(), triplet.negative().text());
  }
}
