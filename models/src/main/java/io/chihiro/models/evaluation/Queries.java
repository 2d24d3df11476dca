package io.chihiro.models.evaluation;

import io.chihiro.models.LifeDay;
import io.chihiro.models.PassageSplitter;
import io.chihiro.models.Question;
import io.chihiro.models.evaluation.Life.PastMood;
import io.chihiro.models.evaluation.Query.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// Everything that models are asked about one split of a life.
///
/// A day that lies among the known ones is asked as if it were written after all of them, so that a
/// baseline cannot tell from the date where it belongs. Only what can be found among the known days
/// counts as right, and what has no right answer there is not asked.
public final class Queries {
  /// Sentences asked of one day; their figures are averaged.
  static final int SENTENCES_A_DAY = 3;

  /// A sentence with fewer words left says nothing.
  private static final int FEWEST_WORDS = 4;

  private final LocalDate now;
  private final LocalDate lastKnown;
  private final Eras eras;
  private final Set<String> findable;
  private final Set<String> findableByMoods;
  private final Map<String, Set<String>> songsOfEras;
  private final Names names;
  private final long seed;

  private Queries(Life life, Split split, long seed) {
    this.now = life.days().getLast().date();
    this.lastKnown = split.known().isEmpty() ? now : split.known().getLast().date();
    this.eras = life.eras();
    this.songsOfEras = life.eras().songs(life.days());
    this.names = Names.of(life.days().stream().map(LifeDay::text).toList());
    this.seed = seed;
    this.findable = songs(split.known());
    this.findableByMoods = songs(split.moodDays());
  }

  /// The queries, days first, then sentences, then moods.
  public static List<Query> of(Life life, Split split, long seed) {
    Queries queries = new Queries(life, split, seed);
    List<Query> all = new ArrayList<>();
    split.heldOut().forEach(day -> all.add(queries.whole(day)));
    split.heldOut().forEach(day -> all.addAll(queries.sentences(day)));
    for (int i = 0; i < life.moods().size(); i++) {
      all.add(queries.mood(life.moods().get(i), i));
    }
    return all.stream().filter(query -> !query.right().isEmpty()).toList();
  }

  private Query whole(LifeDay day) {
    return query(Kind.DAY, day, day.text());
  }

  private List<Query> sentences(LifeDay day) {
    List<String> sentences =
        new ArrayList<>(
            PassageSplitter.sentences(day.text()).stream()
                .map(span -> names.masked(span.of(day.text())))
                .filter(sentence -> sentence.split("\\s+").length >= FEWEST_WORDS)
                .toList());
    Collections.shuffle(sentences, new Random(seed + day.date().toEpochDay()));
    return sentences.stream()
        .limit(SENTENCES_A_DAY)
        .map(sentence -> query(Kind.SENTENCE, day, sentence))
        .toList();
  }

  private Query query(Kind kind, LifeDay day, String text) {
    String era = eras.of(day.date());
    return new Query(
        kind,
        day.date().toString(),
        new Question(text, day.date().isAfter(lastKnown) ? day.date() : now),
        both(day.songs(), findable),
        era,
        both(songsOfEras.getOrDefault(era, Set.of()), findable));
  }

  private Query mood(PastMood mood, int number) {
    Set<String> right = both(mood.right(), findableByMoods);
    return new Query(
        Kind.MOOD, "mood " + number, new Question(mood.text(), now), right, mood.era(), right);
  }

  private static Set<String> both(Set<String> some, Set<String> others) {
    Set<String> both = new HashSet<>(some);
    both.retainAll(others);
    return both;
  }

  private static Set<String> songs(List<LifeDay> days) {
    Set<String> songs = new HashSet<>();
    days.forEach(day -> songs.addAll(day.songs()));
    return songs;
  }
}
