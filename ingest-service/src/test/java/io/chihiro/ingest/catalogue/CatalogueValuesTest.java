package io.chihiro.ingest.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chihiro.ingest.catalogue.CatalogueLyrics.Kept;
import io.chihiro.ingest.catalogue.CatalogueLyrics.LeftOut;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What single cells say. The words below are made up by this project.
class CatalogueValuesTest {
  private static final String WORDS =
      """
      The lamps along the harbour wall go out from left to right,
      I count them as I counted ships the winter you took flight.
      The kettle speaks, the gulls reply, the tide has come and gone,
      and someone left the radio of some old summer on.
      Salt water in my coffee cup, salt water on the stair""";

  @ParameterizedTest
  @CsvSource({
    "1999, 1999",
    "1999.0, 1999",
    "1999-05-01, 1999",
    "May 1999, 1999",
    "1,",
    "9999,",
    "19995,",
    "soon,"
  })
  void aYearIsOneOfFourDigitsThatMayBe(String text, Integer year) {
    assertEquals(Optional.ofNullable(year), Numbers.year(text));
  }

  @ParameterizedTest
  @CsvSource({"12, 12", "'12,400', 12400", "1.2e3, 1200", "-1,", "many,", "1e300,", "NaN,"})
  void viewsAreACount(String text, Long views) {
    assertEquals(Optional.ofNullable(views), Numbers.count(text));
  }

  @Test
  void severalNamesInACellAreReadHoweverTheyAreWritten() {
    assertEquals(List.of(), NameList.of("{}"));
    assertEquals(
        List.of("Cam'ron", "Opera Steve"), NameList.of("{\"Cam\\\\'ron\",\"Opera Steve\"}"));
    assertEquals(List.of("a, b", "c"), NameList.of("['a, b', \"c\"]"));
    assertEquals(List.of("soul", "r&b"), NameList.of("soul; r&b;soul"));
    assertEquals(List.of("rap"), NameList.of("rap"));
    assertEquals(20, NameList.of("a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u,v").size());
  }

  @ParameterizedTest
  @CsvSource({"en, en", "EN, en", "pt-BR, pt", "English, en", "zxx, zxx", "unknown tongue,", "1,"})
  void aLanguageIsACode(String text, String code) {
    assertEquals(Optional.ofNullable(code), Language.of(text));
  }

  @Test
  void wordsLoseWhatIsNotSung() {
    assertEquals(
        new Kept(WORDS),
        CatalogueLyrics.of("Salt Water Lyrics\n[Verse 1: Ana]\n" + WORDS + "12Embed"));
    assertEquals(
        new Kept(WORDS), CatalogueLyrics.of(WORDS.replace("\n", "\\n")), "line ends written out");
  }

  @Test
  void whyWordsAreLeftOutIsSaidInAWord() {
    assertEquals(new LeftOut("too short"), CatalogueLyrics.of("La la la"));
    assertEquals(new LeftOut("instrumental"), CatalogueLyrics.of("[Instrumental]"));
    assertEquals(new LeftOut("repeats itself"), CatalogueLyrics.of("na na hey\n".repeat(300)));
    assertEquals(
        new LeftOut("a web page"),
        CatalogueLyrics.of("<!DOCTYPE html><html><body>" + WORDS + "</body></html>"));
    assertEquals(new LeftOut("not UTF-8"), CatalogueLyrics.of(WORDS + "\ufffd"));
    assertEquals(new LeftOut("too long"), CatalogueLyrics.of(novel()));
  }

  private static String novel() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() <= 100_000; i++) {
      text.append("Chapter ").append(i * 7919 % 10_007).append(" of ").append(i).append('\n');
    }
    return text.toString();
  }
}
