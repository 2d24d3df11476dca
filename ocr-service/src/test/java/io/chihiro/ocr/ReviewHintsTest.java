package io.chihiro.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chihiro.ocr.ReviewList.Item;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is learned from corrections, and what is pointed out to whoever corrects.
class ReviewHintsTest extends ReviewedPages {
  @Test
  void namesCorrectedTwiceAreOffered() {
    page("a.png", "5 March 2024\nMorta came by with Jonos.");
    page("b.png", "6 March 2024\nThen Marto left.");
    world.settle();
    for (Item item : world.desk.items(USER)) {
      String better =
          item.entry().text().replaceAll("Mort?[ao]|Marto", "Marta").replace("Jonos", "Jonas");
      var _ = world.desk.confirm(USER, item.entry().entry(), Optional.empty(), Optional.of(better));
    }

    assertEquals(List.of("Marta"), NameOffers.of(world.entries(), List.of()));
    assertEquals(List.of(), NameOffers.of(world.entries(), List.of("Marta")));
  }

  @Test
  void theErrorRateOfAnEngineIsLearnedFromCorrections() {
    page("book/1.png", "5 March 2024\nRein.");
    page("book/2.png", "6 March 2024\nSunny.");
    world.settle();
    for (Item item : world.desk.items(USER)) {
      String right = item.entry().text().replace("Rein", "Rain");
      var _ = world.desk.confirm(USER, item.entry().entry(), Optional.empty(), Optional.of(right));
    }
    var rate = new EngineErrors().of(world.pages(), world.entries()).getFirst();

    assertEquals("memory", rate.engine());
    assertEquals("book", rate.notebook());
    assertEquals(2, rate.entries());
    assertEquals(1, rate.errors());
    assertEquals(
        1.0 / ("5 March 2024\nRain.".length() + "6 March 2024\nSunny.".length()), rate.share());
  }

  @Test
  void doubtfulWordsAreThoseWhoseLettersDoNotBelongTogether() {
    page("a.png", "5th March 2024\nW1th Marta at 9pm, tHe sea ha~rbour, 2km [?] away.");
    world.settle();
    String text = only().text();
    assertEquals(
        List.of("W1th", "tHe", "ha~rbour,", "[?]"),
        DoubtfulWords.knowing(world.entries(), List.of()).of(only()).stream()
            .map(span -> text.substring(span.from(), span.to()))
            .toList());
  }

  @Test
  void everyWordOfTwoTextsIsInTheirDifference() {
    assertEquals(
        List.of(
            new TextDifference.Run("same", "We "),
            new TextDifference.Run("gone", "wolked "),
            new TextDifference.Run("new", "walked "),
            new TextDifference.Run("same", "home.")),
        TextDifference.of("We wolked home.", "We walked home."));
  }
}
