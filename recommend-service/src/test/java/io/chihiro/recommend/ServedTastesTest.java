package io.chihiro.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.door.RefusedException;
import io.chihiro.events.ModelRegistry;
import io.chihiro.events.ModelTrained;
import io.chihiro.events.ModelTrained.Kept;
import io.chihiro.events.ModelTrained.Kind;
import io.chihiro.models.InMemoryModels;
import io.chihiro.models.tastes.AllTaken;
import io.chihiro.models.tastes.Ease;
import io.chihiro.models.tastes.Interaction;
import io.chihiro.models.tastes.Item;
import io.chihiro.models.tastes.SharedTastes;
import io.chihiro.models.tastes.SharedTastes.Judged;
import io.chihiro.models.tastes.Tastes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServedTastesTest {
  private static final String VERSION = "tastes-1";
  private static final int ENOUGH = SharedTastes.FEWEST_PEOPLE;

  @TempDir private Path folder;
  private final InMemoryModels store = new InMemoryModels();
  private ModelRegistry registry = ModelRegistry.of(List.of());
  private final ServedTastes tastes = new ServedTastes(() -> registry, store);

  @BeforeEach
  void write() throws Exception {
    Item item = new Item("a", "A", "Somebody", Optional.empty(), Optional.empty());
    Tastes taken =
        Tastes.of(
            List.of(new Interaction("ana", "a", Optional.empty())), Map.of("a", item), Map.of());
    new SharedTastes(
            new Ease(AllTaken.of(taken), 1, 0).weights(), new Judged("ease", "It is better.", 12))
        .write(folder);
    store.put(SharedTastes.NAME, VERSION, folder);
  }

  @Test
  void whatWasPromotedAnswersUntilTheRecordsNameItNoMore() {
    tell(Optional.of(VERSION), "It is better.");
    assertEquals(VERSION, tastes.ask(ENOUGH).version());
    assertEquals(12, tastes.ask(ENOUGH).content().judged().people());

    registry = ModelRegistry.of(List.of());

    assertEquals(Optional.empty(), tastes.serving(), "before anybody has settled");
    tastes.settle();
    assertEquals(Optional.empty(), tastes.serving());
  }

  @Test
  void aloneOneIsToldHowManyAreMissing() {
    assertEquals("This needs company: one person here agrees, and it takes 10.", refusal(1));
    assertEquals("This needs company: 9 people here agree, and it takes 10.", refusal(9));
    assertTrue(refusal(ENOUGH).endsWith("the owner trains the model tastes."), refusal(ENOUGH));
  }

  @Test
  void whatWasNotPromotedIsToldWithItsReason() {
    tell(Optional.empty(), "No model answers: it may be chance.");

    assertTrue(refusal(ENOUGH).endsWith("it may be chance."), refusal(ENOUGH));
  }

  @Test
  void brokenFilesAreNamed() throws Exception {
    Files.write(folder.resolve(SharedTastes.WEIGHTS), new byte[] {1, 2, 3});

    tell(Optional.of(VERSION), "It is better.");

    assertTrue(tastes.problem().orElseThrow().contains(VERSION));
    assertTrue(refusal(ENOUGH).contains("its files cannot be read"), refusal(ENOUGH));
  }

  private String refusal(int people) {
    return assertThrows(RefusedException.class, () -> tastes.ask(people)).detail();
  }

  private void tell(Optional<String> serving, String reason) {
    Instant at = Instant.parse("2026-01-01T00:00:00Z");
    String where = SharedTastes.NAME + "/" + VERSION;
    registry =
        ModelRegistry.of(
            List.of(
                new ModelTrained(
                    SharedTastes.NAME,
                    VERSION,
                    where,
                    at,
                    Map.of(),
                    serving.isPresent(),
                    reason,
                    Kind.SONGS,
                    serving,
                    Optional.empty(),
                    false,
                    serving.map(each -> new Kept(each, where, at)).stream().toList())));
    tastes.settle();
  }
}
