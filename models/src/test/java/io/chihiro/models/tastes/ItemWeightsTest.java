package io.chihiro.models.tastes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.models.BrokenModelException;
import io.chihiro.models.tastes.ItemWeights.Suggested;
import io.chihiro.models.tastes.SharedTastes.Judged;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ItemWeightsTest {
  private static final Tastes TASTES = GeneratedTastes.small().all(3).core(5);
  private static final LeaveOneOut SPLIT = LeaveOneOut.of(TASTES, 1);

  /// Four songs: `a` speaks for `b` and `c`, `d` against `b`.
  private static final ItemWeights SMALL =
      ItemWeights.strongest(
          List.of(item("a"), item("b"), item("c"), item("d")),
          (from, to) ->
              switch (from * 10 + to) {
                case 1 -> 0.9;
                case 2 -> 0.5;
                case 31 -> -0.7;
                case 32 -> 0.5;
                default -> 0;
              });

  @Test
  void theWeightsScoreAsTheModelsTheyAreOf() {
    for (ItemModel model : List.of(new Ease(SPLIT, 10, 0.3), new ItemKnn(SPLIT, 20, 5))) {
      ItemWeights weights = model.weights();
      for (int user = 0; user < SPLIT.users(); user++) {
        float[] own = weights.scores(SPLIT.learned(user));
        assertArrayEquals(model.scores(user), own, 1e-4f, model.name());
      }
    }
  }

  @Test
  void whatSpeaksForASongIsAmongWhatWasTakenTo() {
    List<Suggested> found = SMALL.suggest(Set.of("a", "d", "unknown"), _ -> true, 10, 3);

    assertEquals(List.of("c", "b"), found.stream().map(each -> each.item().id()).toList());
    assertEquals(1.0, found.getFirst().score(), 1e-6);
    assertEquals(
        List.of("a", "d"),
        found.getFirst().because().stream().map(reason -> reason.item().id()).toList());
    assertEquals(0.5, found.getFirst().because().getFirst().share(), 1e-6);
    assertEquals(1, found.getLast().because().size(), "what speaks against it is no reason");
  }

  @Test
  void whatNothingSpeaksForIsNotSuggested() {
    assertEquals(List.of(), SMALL.suggest(Set.of(), _ -> true, 10, 3));
    assertEquals(List.of(), SMALL.suggest(Set.of("d"), item -> item.id().equals("b"), 10, 3));
    assertEquals(1, SMALL.suggest(Set.of("a"), _ -> true, 1, 3).size());
  }

  @Test
  void aVersionComesBackAsItWasWritten(@TempDir Path folder) throws IOException {
    ItemWeights weights = new Ease(AllTaken.of(TASTES), 10, 0.3).weights();
    SharedTastes written = new SharedTastes(weights, new Judged("ease", "It is better.", 80));
    written.write(folder);

    SharedTastes read = read(folder);

    assertEquals(written.judged(), read.judged());
    int[] own = {0, 3, 7};
    assertArrayEquals(weights.scores(own), read.weights().scores(own));
    assertEquals(titles(weights), titles(read.weights()));
  }

  @Test
  void aVersionHoldsNoUser(@TempDir Path folder) throws IOException {
    ItemWeights weights = new Ease(AllTaken.of(TASTES), 10, 0.3).weights();
    new SharedTastes(weights, new Judged("ease", "It is better.", 80)).write(folder);

    assertTrue(TASTES.users().contains("user 7"));
    for (String file : List.of(SharedTastes.SONGS, SharedTastes.WEIGHTS)) {
      String bytes = Files.readString(folder.resolve(file), StandardCharsets.ISO_8859_1);
      assertTrue(!bytes.contains("user "), file);
    }
  }

  @Test
  void aFileThatIsCutOffIsNamed(@TempDir Path folder) throws IOException {
    new SharedTastes(SMALL, new Judged("ease", "It is better.", 80)).write(folder);
    Path file = folder.resolve(SharedTastes.WEIGHTS);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 3));

    var broken = assertThrows(BrokenModelException.class, () -> read(folder));

    assertTrue(String.valueOf(broken.getMessage()).contains("weights.bin"), broken.getMessage());
  }

  @Test
  void everythingIsLearnedFromAndThePopularComeFirst() {
    AllTaken all = AllTaken.of(TASTES);

    assertEquals(TASTES.users().size(), all.users());
    assertEquals(TASTES.itemCount(), all.items().size());
    int sum = 0;
    for (int item = 0; item < all.items().size(); item++) {
      assertTrue(item == 0 || all.count(item - 1) >= all.count(item));
      assertTrue(all.count(item) >= 5, "of the core");
      sum += all.count(item);
    }
    assertEquals(TASTES.interactions().size(), sum);
  }

  @Test
  void onlyTheItemsStayThatMostTookTo() {
    Tastes most = TASTES.mostTaken(10);

    AllTaken before = AllTaken.of(TASTES);
    AllTaken after = AllTaken.of(most);
    assertEquals(before.items().subList(0, 10), after.items());
  }

  private static List<String> titles(ItemWeights weights) {
    return weights.items().stream().map(Item::title).toList();
  }

  private static SharedTastes read(Path folder) {
    return SharedTastes.read(
        folder.resolve(SharedTastes.SONGS), folder.resolve(SharedTastes.WEIGHTS));
  }

  private static Item item(String id) {
    return new Item(id, "song " + id, "somebody", Optional.empty(), Optional.empty());
  }
}
