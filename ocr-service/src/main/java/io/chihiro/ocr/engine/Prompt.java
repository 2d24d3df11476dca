package io.chihiro.ocr.engine;

import io.chihiro.events.Vocabulary;

/// What a vision model is asked. The texts lie beside this class; the first line of each is its
/// version, which is raised only when its answers become so much better that pages already paid for
/// shall be paid for again. A user's words are no part of the version: a new name must not cost a
/// whole journal.
final class Prompt {
  private static final Prompt PAGE = of("prompt.txt");
  private static final Prompt DATE = of("date-prompt.txt");

  private final String version;
  private final String text;

  private Prompt(String version, String text) {
    this.version = version;
    this.text = text;
  }

  /// For a page.
  static Prompt page() {
    return PAGE;
  }

  /// For the day on which a text was written.
  static Prompt date() {
    return DATE;
  }

  private static Prompt of(String name) {
    var lines = Refusals.resource(name).strip().split("\\R", 2);
    return new Prompt(lines[0].replace("version ", "").strip(), lines[1].strip());
  }

  String version() {
    return version;
  }

  String text() {
    return text;
  }

  /// With the words that a reader cannot guess.
  String text(Vocabulary vocabulary) {
    return vocabulary.words().isEmpty()
        ? text
        : text
            + "\n\nNames and words of this writer, spelled as here where they stand on the page: "
            + String.join(", ", vocabulary.words())
            + ".";
  }
}
