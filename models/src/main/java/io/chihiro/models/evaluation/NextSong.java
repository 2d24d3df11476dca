package io.chihiro.models.evaluation;

import io.chihiro.models.sequences.Corpus;
import io.chihiro.models.sequences.LearningRun;
import io.chihiro.models.sequences.Ranking;
import io.chihiro.models.sequences.SequenceModel;
import io.chihiro.models.sequences.SequenceModels;
import io.chihiro.models.sequences.SkipGram.Config;
import io.chihiro.models.sequences.Vocabulary;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Asks models for the next song of sequences that they have never seen.
///
/// Sequences are dealt into folds; the models learn from all but one fold and are asked its
/// sequences: given what came before, which song that was not there yet comes next? Each sequence
/// is held out once. A song that is in no other sequence can be told by nobody: such cold ones are
/// counted and named, and asked of nobody.
///
/// @param folds parts, each held out once
/// @param places of a sequence that are asked: one is its last new song, several are spread evenly
///     up to it
/// @param least songs that occur less often in the sequences learned from are left out
/// @param seed of the folds and the intervals
public record NextSong(int folds, int places, int least, long seed) {
  /// So many songs are looked at.
  static final int DEPTH = 10;

  /// One question and the places that the models gave the right song.
  ///
  /// @param candidates songs that may be the answer
  record Asked(int sequence, int candidates, Map<SequenceModels, Integer> ranks) {}

  /// What one fold gave.
  private record Fold(Vocabulary vocabulary, Map<SequenceModels, SequenceModel> models) {}

  public NextSong {
    if (folds < 2 || places < 1 || least < 1) {
      throw new IllegalArgumentException("two folds, one place and one occurrence at least");
    }
  }

  /// The last new song of every sequence.
  public static NextSong last(long seed) {
    return new NextSong(5, 1, 1, seed);
  }

  /// Every model's figures on the same questions.
  ///
  /// @param threads that learn
  public NextSongReport judge(List<List<String>> sequences, Config config, int threads)
      throws InterruptedException {
    return judge(sequences, List.of(), config, _ -> LearningRun.quiet(threads));
  }

  /// The same with sequences that are learned from in every fold and never asked.
  ///
  /// @param runs what surrounds the learning of each fold, from 1
  public NextSongReport judge(
      List<List<String>> sequences,
      List<List<String>> always,
      Config config,
      IntFunction<LearningRun> runs)
      throws InterruptedException {
    int[] folded = dealt(sequences.size());
    List<Asked> asked = new ArrayList<>();
    List<String> cold = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      List<List<String>> others = new ArrayList<>(always);
      others.addAll(others(sequences, folded, fold));
      Fold learned = learned(others, config, runs.apply(fold + 1));
      for (int i = 0; i < folded.length; i++) {
        if (folded[i] == fold) {
          ask(learned, sequences.get(i), i, asked, cold);
        }
      }
    }
    return NextSongReport.of(sequences.size(), asked, cold, new Bootstrap(seed));
  }

  private int[] dealt(int size) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    int[] folded = new int[size];
    for (int i = 0; i < size; i++) {
      folded[order.get(i)] = i % folds;
    }
    return folded;
  }

  private static List<List<String>> others(List<List<String>> sequences, int[] folded, int fold) {
    return IntStream.range(0, folded.length)
        .filter(i -> folded[i] != fold)
        .mapToObj(sequences::get)
        .toList();
  }

  private Fold learned(List<List<String>> others, Config config, LearningRun run)
      throws InterruptedException {
    Corpus corpus = Corpus.of(others, least);
    Map<SequenceModels, SequenceModel> models = new EnumMap<>(SequenceModels.class);
    for (SequenceModels each : SequenceModels.values()) {
      models.put(each, each.of(corpus, config, run));
    }
    return new Fold(corpus.vocabulary(), models);
  }

  private void ask(
      Fold fold, List<String> sequence, int number, List<Asked> asked, List<String> cold) {
    for (int place : places(sequence)) {
      int right = fold.vocabulary().id(sequence.get(place));
      if (right == Vocabulary.PADDING) {
        cold.add(sequence.get(place));
      } else {
        asked.add(asked(fold, sequence.subList(0, place), right, number));
      }
    }
  }

  // What has been heard in the sequence is no answer; a song that comes back asks for nothing.
  private Set<Integer> places(List<String> sequence) {
    Set<Integer> chosen = new TreeSet<>();
    for (int i = 1; i <= places; i++) {
      int place = (int) ((long) sequence.size() * i / places) - 1;
      while (place > 0 && sequence.subList(0, place).contains(sequence.get(place))) {
        place--;
      }
      if (place > 0) {
        chosen.add(place);
      }
    }
    return chosen;
  }

  private static Asked asked(Fold fold, List<String> before, int right, int number) {
    int[] known = before.stream().mapToInt(fold.vocabulary()::id).filter(id -> id > 0).toArray();
    BitSet heard = new BitSet();
    for (int id : known) {
      heard.set(id);
    }
    Map<SequenceModels, Integer> ranks = new TreeMap<>();
    fold.models()
        .forEach((which, model) -> ranks.put(which, Ranking.rank(model.next(known), right, heard)));
    return new Asked(number, fold.vocabulary().size() - heard.cardinality(), ranks);
  }
}
