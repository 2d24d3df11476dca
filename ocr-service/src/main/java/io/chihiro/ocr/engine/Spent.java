package io.chihiro.ocr.engine;

import io.chihiro.events.EnginesChosen.Prices;
import java.util.Optional;

/// What one engine took in a month for the pages that were sent to it.
///
/// @param engine its name in the chain
/// @param pages that it answered
/// @param inputTokens as it counted them itself
/// @param outputTokens as it counted them itself
public record Spent(String engine, long pages, long inputTokens, long outputTokens) {
  private static final double MILLION = 1e6;
  private static final double THOUSAND = 1e3;

  static Spent nothing(String engine) {
    return new Spent(engine, 0, 0, 0);
  }

  Spent plus(KeptAnswer answer) {
    return new Spent(
        engine,
        pages + (answer.isPage() ? 1 : 0),
        inputTokens + answer.usage().inputTokens(),
        outputTokens + answer.usage().outputTokens());
  }

  /// What that costs; empty where a price is missing that it takes.
  public Optional<Double> cost(Prices prices) {
    if (inputTokens + outputTokens == 0) {
      return prices.thousandPages().map(price -> pages * price / THOUSAND);
    }
    return prices
        .millionInputTokens()
        .flatMap(
            input ->
                prices
                    .millionOutputTokens()
                    .map(output -> (inputTokens * input + outputTokens * output) / MILLION));
  }
}
