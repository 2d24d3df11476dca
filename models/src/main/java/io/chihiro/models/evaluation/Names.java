package io.chihiro.models.evaluation;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Masks the names in a sentence, so that a day cannot be found by who was there.
///
/// The rule: a word is a name if it begins with a capital letter, is not the first of its sentence,
/// has a second letter and is not one of the forms of "I". A word that is a name somewhere and
/// never written small is masked at the beginning of a sentence too. So weekdays, months and places
/// go as well, and in German every noun: a question becomes harder, never easier.
public final class Names {
  /// What stands where a name stood.
  static final String MASK = "…";

  // A word with its apostrophes: O'Brien, I'm.
  private static final Pattern WORD =
      Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{N}]*(?:['’]\\p{L}+)*");

  // Before the first word of a sentence: nothing, or the end of another; quotes may open.
  private static final Pattern BEGINNING =
      Pattern.compile("(?:^|[.!?…:]['\"”’)]*\\s+|\\n\\s*)[\\s'\"“‘(–—-]*$");

  private static final Pattern FIRST_PERSON = Pattern.compile("I(?:['’]\\p{L}+)?");

  private static final Pattern MASKS = Pattern.compile(MASK + "(?:[\\s-]*" + MASK + ")+");

  // Beyond this, what lies before a word says nothing about its sentence.
  private static final int LOOK_BACK_CHARACTERS = 12;

  private final Set<String> known = new HashSet<>();

  private Names() {}

  /// The names that these texts hold.
  public static Names of(Collection<String> texts) {
    Names names = new Names();
    Set<String> small = new HashSet<>();
    for (String text : texts) {
      WORD.matcher(text)
          .results()
          .forEach(
              word -> {
                if (isName(text, word)) {
                  names.known.add(word.group());
                } else if (Character.isLowerCase(word.group().codePointAt(0))) {
                  small.add(word.group());
                }
              });
    }
    names.known.removeIf(name -> small.contains(decapitalised(name)));
    return names;
  }

  /// A sentence without its names.
  public String masked(String sentence) {
    String masked =
        WORD.matcher(sentence)
            .replaceAll(
                word ->
                    Matcher.quoteReplacement(
                        isName(sentence, word) || known.contains(word.group())
                            ? MASK
                            : word.group()));
    return MASKS.matcher(masked).replaceAll(MASK).strip();
  }

  private static boolean isName(String text, MatchResult word) {
    String letters = word.group();
    return Character.isUpperCase(letters.codePointAt(0))
        && letters.length() > 1
        && !FIRST_PERSON.matcher(letters).matches()
        && !BEGINNING.matcher(before(text, word.start())).find();
  }

  private static String before(String text, int start) {
    int from = Math.max(0, start - LOOK_BACK_CHARACTERS);
    String before = text.substring(from, start);
    // Not the beginning of the text: a letter stands for what was cut off.
    return from == 0 ? before : "x" + before;
  }

  private static String decapitalised(String name) {
    int first = name.codePointAt(0);
    return new StringBuilder()
        .appendCodePoint(Character.toLowerCase(first))
        .append(name.substring(Character.charCount(first)))
        .toString();
  }
}
