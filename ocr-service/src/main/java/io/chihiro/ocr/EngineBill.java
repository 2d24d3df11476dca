package io.chihiro.ocr;

import io.chihiro.metrics.JournalMetric;
import io.chihiro.ocr.engine.Engines;
import io.chihiro.ocr.engine.Spent;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToDoubleBiFunction;

/// What engines took this month for everybody's pages that left this machine, for operations.
final class EngineBill {
  private static final List<Engines> OUTSIDE = List.of(Engines.VISION, Engines.GOOGLE);

  private final Supplier<Set<String>> users;
  private final Spending spending;
  private final EngineChoices choices;

  /// What every engine took this month for one user.
  @FunctionalInterface
  interface Spending {
    List<Spent> of(String user) throws IOException;
  }

  EngineBill(Supplier<Set<String>> users, Spending spending, EngineChoices choices) {
    this.users = users;
    this.spending = spending;
    this.choices = choices;
  }

  void measure(MeterRegistry registry) {
    OUTSIDE.forEach(engine -> measure(registry, engine.title()));
  }

  private void measure(MeterRegistry registry, String engine) {
    JournalMetric.ENGINE_MONTH_PAGES.gauge(
        registry, this, bill -> bill.of(engine, (_, spent) -> spent.pages()), engine);
    JournalMetric.ENGINE_MONTH_TOKENS.gauge(
        registry,
        this,
        bill -> bill.of(engine, (_, spent) -> spent.inputTokens()),
        engine,
        "input");
    JournalMetric.ENGINE_MONTH_TOKENS.gauge(
        registry,
        this,
        bill -> bill.of(engine, (_, spent) -> spent.outputTokens()),
        engine,
        "output");
    JournalMetric.ENGINE_MONTH_COST.gauge(
        registry, this, bill -> bill.of(engine, this::cost), engine);
  }

  private double of(String engine, ToDoubleBiFunction<String, Spent> figure) {
    try {
      double sum = 0;
      for (String user : users.get()) {
        sum +=
            spending.of(user).stream()
                .filter(spent -> spent.engine().equals(engine))
                .mapToDouble(spent -> figure.applyAsDouble(user, spent))
                .sum();
      }
      return sum;
    } catch (IOException | JournalUnavailableException _) {
      // Whoever looks sees that it is not known.
      return Double.NaN;
    }
  }

  private double cost(String user, Spent spent) {
    return spent.cost(choices.of(user).prices()).orElse(Double.NaN);
  }
}
