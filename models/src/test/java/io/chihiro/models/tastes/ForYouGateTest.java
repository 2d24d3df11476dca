package io.chihiro.models.tastes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.models.evaluation.Bootstrap;
import io.chihiro.models.tastes.TasteGate.Choice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForYouGateTest {
  private static final long SEED = 5;

  @Test
  void whatTellsPeopleApartIsPromotedBeyondChance() {
    TasteReport report = report(GeneratedTastes.small().all(3));

    var choice = assertInstanceOf(Choice.Promoted.class, ForYouGate.choose(report, SEED));

    assertEquals(ForYouGate.best(report).model(), choice.model());
    assertTrue(choice.reason().contains("over the most popular songs"), choice.reason());
  }

  @Test
  void whereEverybodyTakesToAnythingNothingIsPromoted() {
    TasteReport report = report(new GeneratedTastes(1, 30, 40, 12, 0).all(3));

    var choice = assertInstanceOf(Choice.None.class, ForYouGate.choose(report, SEED));

    assertTrue(choice.reason().contains("which may be chance"), choice.reason());
  }

  /// Among few people the listen that is held out is missed where songs are counted.
  @Test
  void whatIsAheadOfThePopularAndNotOfARandomOrderIsNotPromoted() {
    List<Integer> never = Collections.nCopies(20, 30);
    List<Integer> seldom = new ArrayList<>(never);
    seldom.replaceAll(rank -> rank + 1);
    for (int user = 0; user < 10; user++) {
      seldom.set(user, 9);
    }
    Accuracy chance = Accuracy.chance(Collections.nCopies(20, 20));
    TasteReport report =
        new TasteReport(
            20,
            40,
            300,
            chance,
            List.of(row(MostTaken.NAME, never), row(ItemKnn.NAME, seldom), row(Ease.NAME, seldom)));

    assertTrue(report.gain(Ease.NAME, MostTaken.NAME, SEED).aboveZero());
    assertInstanceOf(Choice.None.class, ForYouGate.choose(report, SEED));
  }

  private static TasteReport.Row row(String model, List<Integer> ranks) {
    Accuracy accuracy = Accuracy.of(ranks, new Bootstrap(SEED));
    Fairness fairness = new Fairness(List.of(), 0, Map.of());
    return new TasteReport.Row(model, "", 0.1, accuracy, accuracy, accuracy, fairness, ranks);
  }

  @Test
  void theReportTellsEveryModelAndNobodysOwnRank(@TempDir Path folder) throws IOException {
    TasteReport report = report(GeneratedTastes.small().all(3));
    Choice choice = ForYouGate.choose(report, SEED);
    ForYouReport.of("tastes-1", Instant.EPOCH, choice, report).write(folder, report);

    String json = Files.readString(folder.resolve("report.json"));
    for (String model : List.of("random", "most-popular", "item-knn", "ease", "artistGini")) {
      assertTrue(json.contains("\"" + model + "\""), json);
    }
    assertFalse(json.contains("ranks"), json);
    assertTrue(Files.readString(folder.resolve("report.html")).contains("nDCG@10"));
  }

  @Test
  void aSearchEndsWhenWhoeverAsksEndsIt() {
    LeaveOneOut split = LeaveOneOut.of(GeneratedTastes.small().all(3).core(5), SEED);
    Runnable stop =
        () -> {
          throw new CancellationException("stopped");
        };

    assertThrows(CancellationException.class, () -> Ease.tuned(split, stop));
    assertThrows(CancellationException.class, () -> ItemKnn.tuned(split, stop));
  }

  private static TasteReport report(Tastes tastes) {
    LeaveOneOut split = LeaveOneOut.of(tastes.core(5), SEED);
    List<ItemModel> candidates = List.of(ItemKnn.tuned(split), Ease.tuned(split));
    List<TasteModel> models =
        List.of(
            new RandomItems(split.items().size(), SEED),
            new MostTaken(split),
            served(split, candidates.getFirst()),
            served(split, candidates.getLast()));
    return TasteReport.of(split, models, SEED);
  }

  private static TasteModel served(LeaveOneOut split, ItemModel model) {
    return new WeighedItems(model.name(), model.chosen(), split, model.weights());
  }
}
