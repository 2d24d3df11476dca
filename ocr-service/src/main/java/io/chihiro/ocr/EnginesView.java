package io.chihiro.ocr;

import io.chihiro.events.EnginesChosen.Prices;
import io.chihiro.ocr.engine.EngineRoom.EngineState;
import io.chihiro.ocr.engine.LocalServers.Offered;
import io.chihiro.ocr.engine.Spent;
import java.util.List;
import java.util.Optional;

/// How a user's journal is read, as a client sees it.
///
/// @param chain the engines in the order in which they are asked
/// @param engines all there are
/// @param switchedOn those that may send pages away from this machine
/// @param server the vision server in use, if there is one
/// @param monthlyPages how many pages may be sent away in a month
/// @param prices as far as the owner has said
/// @param vocabulary names and pet words
/// @param thisMonth what was sent away so far
/// @param offered vision servers that answer on this machine, to be confirmed by naming one as
///     `server`
public record EnginesView(
    List<String> chain,
    List<EngineState> engines,
    List<String> switchedOn,
    Optional<ServerView> server,
    int monthlyPages,
    Prices prices,
    List<String> vocabulary,
    Month thisMonth,
    List<Offered> offered) {

  /// A vision server; its key is never shown.
  ///
  /// @param confirmed whether the user named it; else it is that of the service's settings
  /// @param hasKey whether a key is told to it
  public record ServerView(
      String baseUrl, String model, boolean sends, boolean confirmed, boolean hasKey) {}

  /// What was sent away in a month.
  ///
  /// @param month in UTC, such as `2026-11`
  /// @param pages that were answered
  /// @param cost in the currency of the prices; absent while a price is missing that it takes
  public record Month(
      String month,
      long pages,
      long inputTokens,
      long outputTokens,
      Optional<Double> cost,
      List<Spent> engines) {
    static Month of(String month, List<Spent> spent, Prices prices) {
      List<Optional<Double>> costs = spent.stream().map(each -> each.cost(prices)).toList();
      return new Month(
          month,
          spent.stream().mapToLong(Spent::pages).sum(),
          spent.stream().mapToLong(Spent::inputTokens).sum(),
          spent.stream().mapToLong(Spent::outputTokens).sum(),
          costs.stream().allMatch(Optional::isPresent)
              ? Optional.of(costs.stream().flatMap(Optional::stream).mapToDouble(c -> c).sum())
              : Optional.empty(),
          spent);
    }
  }
}
