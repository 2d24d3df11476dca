package io.chihiro.ocr.engine;

import java.util.regex.Pattern;

/// Takes away what a model says around the page it transcribed: its thoughts, "Sure, here is your
/// transcribed document:", code fences, and an offer of more help. Only lines that cannot well be a
/// diary's are taken, and only before the first and after the last line of the page.
final class Artefacts {
  private static final Pattern THOUGHTS =
      Pattern.compile("\\A\\s*<think>.*?</think>", Pattern.DOTALL);
  private static final Pattern FENCE = Pattern.compile("\\A```[a-z]*\\R|\\R?```\\s*\\z");
  private static final Pattern OPENING =
      Pattern.compile(
          "\\A(?:(?:sure|certainly|of course|absolutely)[,.!:]?\\s*)?"
              + "(?:here(?:'s|’s| is| are)|below is|this is|the following is)[^\\n]{0,80}"
              + "(?:transcri|text|content|document|page|image)[^\\n]{0,80}[:.]\\s*\\R",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ASSENT =
      Pattern.compile(
          "\\A(?:sure|certainly|of course|absolutely)[!.:]\\s*\\R", Pattern.CASE_INSENSITIVE);
  private static final Pattern CLOSING =
      Pattern.compile(
          "\\R\\s*(?:(?:please )?let me know if|if you need|i hope this helps)"
              + "[^\\n]{0,160}[.!?]\\s*\\z",
          Pattern.CASE_INSENSITIVE);

  private Artefacts() {}

  static String without(String answer) {
    var page = answer.replace("\r\n", "\n");
    for (var artefact : new Pattern[] {THOUGHTS, ASSENT, OPENING, CLOSING, FENCE, FENCE}) {
      page = artefact.matcher(page.strip()).replaceFirst("");
    }
    return page.strip();
  }
}
