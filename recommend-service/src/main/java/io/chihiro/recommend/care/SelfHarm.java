package io.chihiro.recommend.care;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Whether words speak of harming oneself or of not wanting to live. Pure; nothing is kept or
/// told.
///
/// It goes by turns of phrase and not by single words, because most who type "killing time" or
/// "dead tired" mean just that. Whom it takes wrongly for somebody in danger reads three lines
/// more; so it leans towards the notice where in doubt.
public final class SelfHarm {
  private static final String WANT =
      "(?:want(?:ed|ing)?|wanna|wish|wishing|going|gonna|plan(?:ning)?|ready|need(?:ing)?|trying"
          + "|thinking (?:of|about)|feel(?:ing)? like|thoughts? of|urge|tempted)";

  private static final List<Pattern> PHRASES =
      List.of(
          // Films, songs and doors bear the word.
          word("suicid(?:e|al|es)(?! (?:squad|doors?|blonde))"),
          word("self ?harm(?:ing|ed)?|self ?injur(?:y|ing|e)|self ?mutilat(?:ion|ing)"),
          word("kill(?:ing|ed)? (?:myself|my self)(?! (?:laughing|with laughter))"),
          word("(?:end|ending|ended|take|taking|took) my own life|(?:end|ending) my life"),
          word(WANT + " (?:to )?(?:end|take|ending|taking) (?:it all|my life)"),
          word("end(?:ing)? it all"),
          word("(?:want|wanted|wanna|wish|ready|going) (?:to |i could )?die(?! (?:laughing|for))"),
          word("wish(?:ed|ing)? (?:i|that i) (?:was|were|had been) (?:dead|never born)"),
          word("wish(?:ed)? (?:to|i) never (?:been|was|were) born|better off dead"),
          word("better off without me|nobody would miss me|no one would miss me"),
          // Who does not want to live in this town wants to move.
          word(
              "(?:dont|do not|didnt) (?:want to|wanna) (?:live|exist|be alive)"
                  + "(?: any ?more| any longer|$| ?[.,;!?])"),
          word(
              "(?:dont|do not) (?:want to|wanna) be here any ?more|(?:fall asleep|go to sleep|sleep)"
                  + " and (?:never|not) wake up"),
          word(
              "no (?:reason|point)(?: in| to)? (?:live|living|go on|going on|be alive|being alive)"),
          word("nothing (?:left )?to live for|(?:life|it) (?:isnt|is not) worth living"),
          word("not worth living|tired of (?:living|being alive|life itself)"),
          word("cant go on (?:living|any ?more)|cannot go on (?:living|any ?more)"),
          word(
              "cut(?:ting)? (?:myself|my wrists?|my arms?)"
                  + "(?! (?:shaving|some|a|off|free|loose|short|in|out|on))"),
          word(
              WANT
                  + " (?:to )?(?:hurt|harm|cut|burn)(?:ing)? myself(?! (?:off|free|loose|some|a))"),
          word("hang(?:ing|ed)? myself(?! (?:out|up|on))|drown(?:ing)? myself(?! in)"),
          word("shoot(?:ing)? myself(?! in the foot)|slit my (?:wrists?|throat)"),
          word("jump(?:ing)? (?:off|from) (?:a|the|this|that) (?:bridge|roof|building|cliff)"),
          word("overdos(?:e|ing) (?:on|on purpose)|" + WANT + " (?:to )?overdose"),
          word("selbstmord\\p{L}*|suizid\\p{L}*|selbstverletz\\p{L}*|selbst verletz\\p{L}*"),
          word("mir das leben nehmen|mich umzubringen|(?:will|werde|möchte) mich umbringen"),
          word("(?:will|möchte|mag|kann) nicht mehr leben|(?:will|möchte) (?:nur noch )?sterben"),
          word("nicht mehr leben (?:will|möchte|wollen)|mich (?:zu )?ritzen"),
          word("envie de mourir|(?:veux|voudrais) mourir|en finir avec (?:la|ma) vie"),
          word("(?:veux|vais|envie de) me (?:tuer|faire du mal)|plus envie de vivre"),
          word("suicid(?:io|arme|arse|ar)|quiero morir(?:me)?|no quiero (?:vivir|seguir viviendo)"),
          word("quitarme la vida|(?:quiero|voy a) matarme|hacerme daño|cortarme las venas"),
          word(
              "suicíd\\p{L}+|quero morrer|não quero (?:mais )?viver|tirar a minha (?:própria )?vida"),
          word("(?:quero|vou) me matar|voglio morire|non voglio più vivere|togliermi la vita"),
          Pattern.compile("死にたい|自殺|自殺したい|消えてしまいたい|リストカット|自傷"),
          Pattern.compile("自杀|想死|不想活|輕生|轻生|自殘|自残|割腕|자살|죽고 ?싶|자해"));

  private static final Pattern APOSTROPHE = Pattern.compile("['’ʼ`´]");
  private static final Pattern GAP = Pattern.compile("[\\s\\-–—_]+");

  private SelfHarm() {}

  private static Pattern word(String phrase) {
    return Pattern.compile("(?<!\\p{L})(?:" + phrase + ")(?!\\p{L})");
  }

  /// Whether it does.
  public static boolean isSpokenOf(String words) {
    String plain = Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String even = GAP.matcher(APOSTROPHE.matcher(plain).replaceAll("")).replaceAll(" ").strip();
    return PHRASES.stream().anyMatch(phrase -> phrase.matcher(even).find());
  }
}
