package io.chihiro.events;

import java.util.List;
import java.util.Optional;

/// How one user's pages are read, as the owner chose it.
///
/// @param user whose pages
/// @param chain engines in the order in which they are asked; empty: the service's own order
/// @param switchedOn engines that may send pages away from this machine
/// @param server the vision server that was confirmed, if any
/// @param monthlyPages how many pages may be sent away in a month
/// @param prices what sending costs, as far as the owner has said
/// @param vocabulary names and pet words
public record EnginesChosen(
    String user,
    List<String> chain,
    List<String> switchedOn,
    Optional<Server> server,
    int monthlyPages,
    Prices prices,
    Vocabulary vocabulary)
    implements Event {

  /// A year's notebook; nobody is surprised by the bill of it.
  public static final int MONTHLY_PAGES = 300;

  private static final String KEY = "engines";

  /// An OpenAI-compatible server.
  ///
  /// @param baseUrl with or without `/v1` at its end
  /// @param model the name the server knows it by
  public record Server(String baseUrl, String model) {
    public Server {
      baseUrl = Check.text("baseUrl", baseUrl);
      model = Check.text("model", model);
    }
  }

  /// Prices in the currency of the owner's bill.
  ///
  /// @param millionInputTokens of a vision model
  /// @param millionOutputTokens of a vision model
  /// @param thousandPages of an engine that counts pages
  public record Prices(
      Optional<Double> millionInputTokens,
      Optional<Double> millionOutputTokens,
      Optional<Double> thousandPages) {
    /// Nobody has said anything yet.
    public static final Prices UNKNOWN =
        new Prices(Optional.empty(), Optional.empty(), Optional.empty());

    public Prices {
      notNegative("millionInputTokens", millionInputTokens);
      notNegative("millionOutputTokens", millionOutputTokens);
      notNegative("thousandPages", thousandPages);
    }

    private static void notNegative(String field, Optional<Double> price) {
      price.ifPresent(
          value ->
              Check.require(
                  value >= 0 && Double.isFinite(value), field + " must not be negative: " + value));
    }
  }

  public EnginesChosen {
    user = Check.user(user);
    chain = Absent.toEmpty(chain);
    switchedOn = Absent.toEmpty(switchedOn);
    Check.notNegative("monthlyPages", monthlyPages);
    prices = prices == null ? Prices.UNKNOWN : prices;
    vocabulary = vocabulary == null ? Vocabulary.NONE : vocabulary;
  }

  /// What holds as long as a user has chosen nothing: no page leaves the machine.
  public static EnginesChosen nothing(String user) {
    return new EnginesChosen(
        user,
        List.of(),
        List.of(),
        Optional.empty(),
        MONTHLY_PAGES,
        Prices.UNKNOWN,
        Vocabulary.NONE);
  }

  /// `user/engines`.
  public String key() {
    return key(user);
  }

  /// `user/engines`.
  public static String key(String user) {
    return Keys.of(user, KEY);
  }

  /// The same with other words.
  public EnginesChosen with(Vocabulary other) {
    return new EnginesChosen(user, chain, switchedOn, server, monthlyPages, prices, other);
  }
}
