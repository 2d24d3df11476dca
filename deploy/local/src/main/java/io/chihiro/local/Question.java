package io.chihiro.local;

import java.io.Console;
import java.util.Optional;

/// Asks whoever sits at the terminal before something goes for good.
final class Question {
  private Question() {}

  /// Returns if they agree.
  ///
  /// @throws TroubleException if they do not, or nobody sits there
  static void mustAgree(String sentence) {
    Console console =
        Optional.ofNullable(System.console())
            .filter(Console::isTerminal)
            .orElseThrow(
                () -> new TroubleException(sentence + " Nobody is here to ask: say --yes."));
    String answer = console.readLine("%s Write yes to go on: ", sentence);
    if (answer == null || !answer.strip().equals("yes")) {
      throw new TroubleException("Nothing was forgotten.");
    }
  }
}
