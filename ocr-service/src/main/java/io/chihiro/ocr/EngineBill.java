package io.chihiro.ocr;

import io.chihiro.door.Identity;
import io.chihiro.metrics.JournalMetric;
import io.chihiro.ocr.engine.Engines;
import io.chihiro.ocr.engine.KeptAnswers;
import io.chihiro.ocr.engine.Spent;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// What engines took this month for the pages that left this machine, for operations.
final class EngineBill {
  private static final List<Engines> OUTSIDE = List.of(Engines.VISION, Engines.GOOGLE);

  private final KeptAnswers kept;
  private final EngineChoices choices;

  EngineBill(KeptAnswers kept, EngineChoices choices) {
    this.kept = kept;
    this.choices = choices;
  }

  void measure(MeterRegistry registry) {
    OUTSIDE.forEach(engine -> measure(registry, engine.title()));
  }

  private void measure(MeterRegistry registry, String engine) {
    JournalMetric.ENGINE_MONTH_PAGES.gauge(
        registry, this, bill -> bill.of(engine, Spent::pages), engine);
    JournalMetric.ENGINE_MONTH_TOKENS.gauge(
        registry, this, bill -> bill.of(engine, Spent::inputTokens), engine, "input");
    JournalMetric.ENGINE_MONTH_TOKENS.gauge(
        registry, this, bill -> bill.of(engine, Spent::outputTokens), engine, "output");
    JournalMetric.ENGINE_MONTH_COST.gauge(
        registry, this, bill -> bill.of(engine, this::cost), engine);
  }

  private double of(String engine, ToDoubleFunction<Spent> figure) {
    try {
      return kept.spentThisMonth(Identity.OWNER).stream()
          .filter(spent -> spent.engine().equals(engine))
          .mapToDouble(figure)
          .sum();
    } catch (IOException | JournalUnavailableException _) {
      // Whoever looks sees that it is not known.
      return Double.NaN;
    }
  }

  private double cost(Spent spent) {
    return spent.cost(choices.of(Identity.OWNER).prices()).orElse(Double.NaN);
  }
}
