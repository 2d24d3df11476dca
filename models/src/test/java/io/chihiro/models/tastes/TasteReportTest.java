package io.chihiro.models.tastes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.models.evaluation.Bootstrap;
import io.chihiro.models.tastes.LeaveOneOut.Asked;
import io.chihiro.models.tastes.TasteGate.Choice;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TasteReportTest {
  private static final LeaveOneOut SPLIT =
      LeaveOneOut.of(GeneratedTastes.small().all(2).core(5), 2);

  /// What was held out is given a rank that is set, in the test one after the other. What was
  /// learned from stands ahead of everything and may not count.
  private record SetRanks(String name, int validation, List<Integer> ranks) implements TasteModel {
    @Override
    public float[] scores(int user) {
      int asked = SPLIT.right(user, Asked.TEST);
      int before = SPLIT.right(user, Asked.VALIDATION);
      BitSet learned = SPLIT.taken(user, Asked.VALIDATION);
      List<Integer> order =
          IntStream.range(0, SPLIT.items().size())
              .filter(item -> item != asked && item != before && !learned.get(item))
              .boxed()
              .collect(Collectors.toCollection(ArrayList::new));
      order.add(ranks.get(user % ranks.size()) - 1, asked);
      order.add(validation - 1, before);
      float[] scores = new float[SPLIT.items().size()];
      learned.stream().forEach(item -> scores[item] = 2);
      IntStream.range(0, order.size()).forEach(i -> scores[order.get(i)] = 1f / (i + 1));
      return scores;
    }
  }

  @Test
  void theFiguresAreThoseWorkedOutByHand() {
    // Ranks 1, 3, 10 and 11: three of four are shown, worth 1/log2(2), 1/log2(4) and 1/log2(11).
    Accuracy accuracy = Accuracy.of(List.of(1, 3, 10, 11), new Bootstrap(1));

    assertEquals(0.75, accuracy.hitAt10().value(), 1e-9);
    assertEquals((1 + 0.5 + 0.289_064_826_317_8879) / 4, accuracy.ndcgAt10().value(), 1e-9);
    assertTrue(accuracy.hitAt10().low() < 0.75 && accuracy.hitAt10().high() > 0.75);
  }

  @Test
  void aRankIsAmongAllItemsThatAreAnAnswer() {
    float[] scores = {9, 5, 5, 7, 5, 1};
    var taken = new BitSet();
    taken.set(0);

    // 3 is ahead, 0 is no answer, and of the equals 1 has the lower number.
    assertEquals(3, Ranks.rank(scores, 2, taken));
    assertEquals(List.of(3, 1, 2, 4, 5), Ranks.shown(scores, taken));
  }

  @Test
  void whatIsKnownToBeTakenIsNoAnswerInTheWholeReport() {
    List<Integer> ranks = List.of(1, 3, 10, 11);
    TasteReport report = TasteReport.of(SPLIT, List.of(new SetRanks("set", 1, ranks)), 1);
    List<Integer> expected =
        IntStream.range(0, SPLIT.users()).mapToObj(user -> ranks.get(user % 4)).toList();

    assertEquals(expected, report.of("set").ranks());
    assertEquals(80, report.users());
    assertEquals(0.75, report.of("set").overall().hitAt10().value(), 1e-9);
    assertEquals(0.447_266_206_579_472, report.of("set").overall().ndcgAt10().value(), 1e-9);
    assertEquals(80, report.of("set").cold().users() + report.of("set").warm().users());
  }

  @Test
  void chanceKnowsHowLargeTheCatalogueIs() {
    Accuracy chance = Accuracy.chance(List.of(20, 20, 5));

    assertEquals((0.5 + 0.5 + 1) / 3, chance.hitAt10().value(), 1e-9);
    double ofTen = 4.543_559_338_088_346; // Σ 1/log2(1 + r), r from 1 to 10
    double ofFive = 2.948_459_118_879_392;
    assertEquals((ofTen / 20 * 2 + ofFive / 5) / 3, chance.ndcgAt10().value(), 1e-9);
  }

  @Test
  void aRandomOrderIsAsGoodAsChance() {
    List<TasteModel> models = new ArrayList<>();
    IntStream.range(0, 20).forEach(seed -> models.add(new RandomItems(SPLIT.items().size(), seed)));
    TasteReport report = TasteReport.of(SPLIT, models, 1);

    double mean =
        report.rows().stream()
            .mapToDouble(row -> row.overall().hitAt10().value())
            .average()
            .orElseThrow();
    assertEquals(report.chance().hitAt10().value(), mean, 0.03);
  }

  @Test
  void exposureAndGiniAreThoseWorkedOutByHand() {
    long[] places = {6, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};

    assertEquals(
        List.of(0.8, 0.2, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0), Fairness.exposure(places));
    assertEquals(0, Fairness.gini(List.of(3L, 3L, 3L)), 1e-9);
    assertEquals(0.75, Fairness.gini(List.of(0L, 0L, 0L, 8L)), 1e-9);
    // (-3·0 - 1·1 + 1·2 + 3·5) / (4·8)
    assertEquals(0.5, Fairness.gini(List.of(5L, 0L, 2L, 1L)), 1e-9);
  }

  @Test
  void countriesAreLaidSideBySide() {
    TasteReport report = TasteReport.of(SPLIT, List.of(new MostTaken(SPLIT)), 1);
    Fairness fairness = report.of(MostTaken.NAME).fairness();

    assertEquals(List.of("Japan", "Peru"), List.copyOf(fairness.hitByCountry().keySet()));
    assertTrue(fairness.countryGap().isPresent());
    assertTrue(TasteTable.of(report).contains("Peru"), TasteTable.of(report));
  }

  @Test
  void theGateTakesWhatTheValidationPrefersIfTheTestConfirmsIt() {
    Choice choice = choose(set("ease", 1, 2), set("two-towers", 2, 1));

    assertEquals("ease", assertInstanceOf(Choice.Promoted.class, choice).model());
  }

  @Test
  void whatIsNotAboveTheBaselinesDoesNotAnswer() {
    Choice choice = choose(set("ease", 1, 5), set("two-towers", 2, 2));

    var promoted = assertInstanceOf(Choice.Promoted.class, choice);
    assertEquals("two-towers", promoted.model());
    assertTrue(promoted.reason().contains("ease is not above item-knn"), promoted.reason());
  }

  @Test
  void whereNoneIsAboveTheBaselinesNoneAnswers() {
    Choice choice = choose(set("ease", 1, 5), set("two-towers", 2, 9));

    assertTrue(choice instanceof Choice.None, choice.reason());
    assertTrue(choice.reason().contains("two-towers is not above"), choice.reason());
  }

  private static Choice choose(TasteModel one, TasteModel other) {
    List<TasteModel> all = List.of(set("most-popular", 8, 8), set("item-knn", 4, 4), one, other);
    return TasteGate.choose(TasteReport.of(SPLIT, all, 1), 1);
  }

  private static TasteModel set(String name, int validation, int test) {
    return new SetRanks(name, validation, List.of(test));
  }
}
