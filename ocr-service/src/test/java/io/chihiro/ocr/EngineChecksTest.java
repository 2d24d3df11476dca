package io.chihiro.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.door.RefusedException;
import io.chihiro.events.EnginesChosen;
import io.chihiro.events.EnginesChosen.Server;
import io.chihiro.events.InMemoryEvents;
import io.chihiro.events.Topics;
import io.chihiro.ocr.EnginesChange.PricesChange;
import io.chihiro.ocr.EnginesChange.ServerChange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EngineChecksTest {
  private static final EnginesChosen NOTHING = EnginesChosen.nothing("owner");

  @Test
  void whatIsAbsentStays() {
    var chosen =
        EngineChecks.changed(
            NOTHING,
            new EnginesChange(
                List.of("vision", "paddle"),
                List.of("vision"),
                new ServerChange(" https://vision.example ", "m"),
                12,
                new PricesChange(0.4, 1.6, null),
                List.of("Lurdes")));
    assertEquals(chosen, EngineChecks.changed(chosen, only(null, null)));
    assertEquals(Optional.of(new Server("https://vision.example", "m")), chosen.server());
    assertEquals(12, chosen.monthlyPages());
    assertEquals(List.of("Lurdes"), chosen.vocabulary().words());
  }

  @Test
  void anEmptyAddressGoesBackToTheServiceSettings() {
    var confirmed =
        EngineChecks.changed(NOTHING, only(null, new ServerChange("http://127.0.0.1:1234", "m")));
    assertEquals(NOTHING, EngineChecks.changed(confirmed, only(null, new ServerChange("", null))));
  }

  @Test
  void anUnknownEngineIsRefusedByNamingTheKnownOnes() {
    var refused = refused(only(List.of("magic"), null));
    assertTrue(refused.startsWith("The field \"chain\" names an engine that is not known;"));
    assertTrue(refused.contains("paddle"), refused);
    assertTrue(refused(only(List.of("paddle", "paddle"), null)).contains("more than once"));
  }

  @Test
  void anAddressThatIsNoneIsRefused() {
    assertTrue(refused(only(null, new ServerChange("ftp://x", "m"))).contains("http://"));
    assertTrue(refused(only(null, new ServerChange("http://x", " "))).contains("model"));
  }

  @Test
  void choicesSurviveARestartAndAWordIsAddedOnce() {
    var events = new InMemoryEvents();
    var choices = new EngineChoices(events);
    assertThrows(JournalUnavailableException.class, () -> choices.of("owner"));
    choices.open(Map.of());
    assertEquals(NOTHING, choices.of("owner"));
    assertEquals(List.of("Lurdes"), choices.addWord("owner", "Lurdes").words());
    assertEquals(List.of("Lurdes"), choices.addWord("owner", "Lurdes").words());
    var restarted = new EngineChoices(events);
    restarted.open(events.all(Topics.JOURNAL_SETTINGS));
    assertEquals(List.of("Lurdes"), restarted.vocabulary("owner").words());
    assertEquals(List.of(), restarted.vocabulary("somebody").words());
  }

  private static EnginesChange only(@Nullable List<String> chain, @Nullable ServerChange server) {
    return new EnginesChange(chain, null, server, null, null, null);
  }

  private static String refused(EnginesChange change) {
    return assertThrows(RefusedException.class, () -> EngineChecks.changed(NOTHING, change))
        .detail();
  }
}
