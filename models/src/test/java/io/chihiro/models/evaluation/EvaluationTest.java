package io.chihiro.models.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.models.LifeDay;
import io.chihiro.models.SongModel;
import io.chihiro.models.evaluation.Query.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private static final Life LIFE = Lives.of(40, 1);
  private static final Evaluation EVALUATION = new Evaluation(20, 1);

  @Test
  void countedWordsFindTheSongsOfAnEraAndTheBaselinesDoNot() throws InterruptedException {
    Comparison table = EVALUATION.compare(LIFE, Split.heldOutDays(LIFE.days(), 1), List.of());

    assertEquals(
        List.of("tfidf", "era-prior", "most-played", "random"),
        table.models().stream().map(ModelScores::model).toList());
    assertTrue(table.gain("tfidf", "random", Kind.DAY, Figure.NDCG_AT_10).aboveZero());
    assertTrue(precision(table, "tfidf") > 0.8, "tfidf: " + precision(table, "tfidf"));
    assertTrue(precision(table, "most-played") < 0.6);
  }

  @Test
  void everyKindIsAskedAndCounted() throws InterruptedException {
    Comparison table = EVALUATION.compare(LIFE, Split.heldOutDays(LIFE.days(), 1), List.of());

    assertEquals(24, table.queries().get(Kind.DAY));
    assertEquals(48, table.queries().get(Kind.SENTENCE));
    assertEquals(3, table.queries().get(Kind.MOOD));
    assertEquals(24, table.of("random").of(Kind.SENTENCE, Figure.HIT_AT_5).size());
    assertTrue(table.triplets().containsKey("tfidf"));
    assertEquals(3, table.of("tfidf").byEra().size());
  }

  @Test
  void aModelThatKnowsTheAnswersIsRight() throws InterruptedException {
    SongModel oracle = new Oracle(LIFE);
    Comparison table = EVALUATION.compare(LIFE, Split.heldOutDays(LIFE.days(), 1), List.of(oracle));

    assertEquals(1, table.figure("oracle", Kind.DAY, Figure.NDCG_AT_10).value(), 1e-9);
    assertEquals(1, table.figure("oracle", Kind.DAY, Figure.MRR_AT_10).value(), 1e-9);
  }

  @Test
  void theSameSeedGivesTheSameTable() throws InterruptedException {
    Split split = Split.heldOutDays(LIFE.days(), 1);

    assertEquals(
        EVALUATION.compare(LIFE, split, List.of()), EVALUATION.compare(LIFE, split, List.of()));
  }

  @Test
  void aReplayIsAskedLikeAnyOtherSplit() throws InterruptedException {
    Split split = Split.replay(LIFE.days(), Lives.FIRST.plusDays(100), 1);
    Comparison table = EVALUATION.compare(LIFE, split, List.of());

    assertEquals("replay", table.split());
    assertEquals(20, table.queries().get(Kind.DAY));
  }

  @Test
  void foldsArePooledIntoOneTableOverEveryDay() throws InterruptedException {
    List<Comparison> folds = new ArrayList<>();
    for (int fold = 0; fold < 5; fold++) {
      folds.add(EVALUATION.compare(LIFE, Split.heldOutDays(LIFE.days(), 1, fold), List.of()));
    }
    Comparison table = Comparison.pooled(folds);

    assertEquals("held-out days, 5 folds", table.split());
    assertEquals(LIFE.days().size(), table.of("tfidf").of(Kind.DAY, Figure.NDCG_AT_10).size());
    assertEquals(3, table.of("tfidf").of(Kind.MOOD, Figure.NDCG_AT_10).size());
    assertEquals(
        folds.stream()
            .mapToDouble(fold -> fold.figure("tfidf", Kind.DAY, Figure.NDCG_AT_10).value())
            .average()
            .orElseThrow(),
        table.figure("tfidf", Kind.DAY, Figure.NDCG_AT_10).value(),
        1e-9);
  }

  private static double precision(Comparison table, String model) {
    return table.figure(model, Kind.MOOD, Figure.ERA_PRECISION_AT_5).value();
  }

  /// Answers a day's text with the day's own songs.
  private record Oracle(Life life) implements SongModel {
    @Override
    public String name() {
      return "oracle";
    }

    @Override
    public Answers over(List<LifeDay> days) {
      return (questions, limit) ->
          questions.stream()
              .map(
                  question ->
                      life.days().stream()
                          .filter(day -> day.text().equals(question.text()))
                          .flatMap(day -> day.songs().stream())
                          .filter(song -> days.stream().anyMatch(day -> day.songs().contains(song)))
                          .limit(limit)
                          .toList())
              .toList();
    }
  }
}
