package io.chihiro.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chihiro.events.EnginesChosen;
import io.chihiro.events.EnginesChosen.Prices;
import io.chihiro.events.InMemoryEvents;
import io.chihiro.ocr.engine.Spent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class EngineBillTest {
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @Test
  void everybodysPagesStandOnTheBillWithTheirOwnPrices() {
    measure(
        Map.of("owner", 1.0, "haku", 3.0),
        Map.of("owner", new Spent("vision", 5, 2_000_000, 0), "haku", tokens(1_000_000)));

    assertEquals(6, gauge("chihiro_engine_month_pages"));
    assertEquals(
        3_000_000,
        meters
            .get("chihiro_engine_month_tokens")
            .tag("direction", "input")
            .tag("engine", "vision")
            .gauge()
            .value());
    assertEquals(2 * 1.0 + 3.0, gauge("chihiro_engine_month_cost"));
  }

  @Test
  void whileSomebodysPriceIsMissingTheCostIsNotKnown() {
    measure(Map.of("owner", 1.0), Map.of("owner", tokens(1_000_000), "haku", tokens(1_000_000)));

    assertEquals(2, gauge("chihiro_engine_month_pages"));
    assertEquals(Double.NaN, gauge("chihiro_engine_month_cost"));
  }

  private void measure(Map<String, Double> millionTokens, Map<String, Spent> spent) {
    EngineChoices choices = new EngineChoices(new InMemoryEvents());
    choices.open(Map.of());
    millionTokens.forEach(
        (user, price) -> {
          var _ = choices.change(user, chosen -> priced(chosen, price));
        });
    new EngineBill(
            () -> new TreeSet<>(spent.keySet()),
            user -> List.of(Optional.ofNullable(spent.get(user)).orElseThrow()),
            choices)
        .measure(meters);
  }

  private static EnginesChosen priced(EnginesChosen chosen, double price) {
    return new EnginesChosen(
        chosen.user(),
        chosen.chain(),
        chosen.switchedOn(),
        chosen.server(),
        chosen.monthlyPages(),
        new Prices(Optional.of(price), Optional.of(price), Optional.empty()),
        chosen.vocabulary());
  }

  private static Spent tokens(long input) {
    return new Spent("vision", 1, input, 0);
  }

  private double gauge(String name) {
    return meters.get(name).tag("engine", "vision").gauge().value();
  }
}
