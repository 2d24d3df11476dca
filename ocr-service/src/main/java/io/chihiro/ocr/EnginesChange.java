package io.chihiro.ocr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the owner wants otherwise about the engines; what is absent stays.
///
/// @param chain names of engines in the order in which they are asked; empty: the service's own
/// @param switchedOn names of engines that may send pages away from this machine
/// @param server the vision server to use; with an empty `baseUrl` that of the service's settings
/// @param monthlyPages how many pages may be sent away in a month
/// @param prices replace the ones before, all three
/// @param vocabulary replaces the one before
public record EnginesChange(
    @Nullable List<String> chain,
    @Nullable List<String> switchedOn,
    @Nullable ServerChange server,
    @Nullable Integer monthlyPages,
    @Nullable PricesChange prices,
    @Nullable List<String> vocabulary) {

  /// A vision server.
  public record ServerChange(@Nullable String baseUrl, @Nullable String model) {}

  /// Prices in the currency of the owner's bill; what is absent is not known.
  public record PricesChange(
      @Nullable Double millionInputTokens,
      @Nullable Double millionOutputTokens,
      @Nullable Double thousandPages) {}
}
