package io.chihiro.sample;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Words of a text, for tests of vocabulary.
final class Words {
  private static final Pattern WORD = Pattern.compile("[\\p{L}']+");
  private static final Set<String> STOP =
      Set.of(
          ("a an and are as at be been but by can could did do does for from had has have he her"
                  + " here him his how i i'd i'm i've if in into is it it's its me my myself no not"
                  + " of off on once one or our out over own she so some than that the their them"
                  + " then there they this to too up us was we were what when where which while"
                  + " who will with would you your only just after before about again all any down"
                  + " nor now though through under until very said says didn't don't can't couldn't")
              .split(" ", -1));

  private Words() {}

  static List<String> of(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT).replace('’', '\''))
        .results()
        .map(MatchResult::group)
        .toList();
  }

  static List<String> content(String text) {
    return of(text).stream().filter(word -> word.length() > 1 && !STOP.contains(word)).toList();
  }

  static Set<List<String>> sequences(List<String> words, int length) {
    Set<List<String>> sequences = new HashSet<>();
    for (int i = 0; i + length <= words.size(); i++) {
      sequences.add(new ArrayList<>(words.subList(i, i + length)));
    }
    return sequences;
  }
}
