package io.chihiro.models.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.models.LifeDay;
import io.chihiro.models.evaluation.Names;
import io.chihiro.models.evaluation.Triplet;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextTripletsTest {
  private static final String FIRST = "I walked home with Jonas and counted every single lamp.";
  private static final String SECOND =
      "Afterwards there was tea, and nobody said a word for hours.";

  @Test
  void aFavouriteDoesNotTeachMoreThanOtherSongs() {
    List<Triplet> triplets =
        IntStream.range(0, 30).mapToObj(i -> triplet(i < 25 ? "favourite" : "rare", i)).toList();

    List<Triplet> balanced = TextTriplets.balanced(triplets, 6, 1);

    assertEquals(6, of("favourite", balanced));
    assertEquals(5, of("rare", balanced));
    assertEquals(balanced, TextTriplets.balanced(triplets, 6, 1));
  }

  @Test
  void someAnchorsAreSentencesWithoutTheirNames() {
    List<Triplet> triplets = IntStream.range(0, 40).mapToObj(i -> triplet("song", i)).toList();
    Names names = Names.of(List.of(FIRST));

    List<TextTriplet> texts = TextTriplets.withSentences(triplets, names, 1);

    long whole = texts.stream().filter(text -> text.anchor().equals(FIRST + " " + SECOND)).count();
    assertTrue(whole > 5 && whole < 35, "whole: " + whole);
    assertTrue(texts.stream().anyMatch(text -> text.anchor().equals(SECOND)));
    assertTrue(texts.stream().noneMatch(text -> text.anchor().equals(FIRST)));
    assertTrue(texts.stream().allMatch(text -> text.positive().endsWith(SECOND)));
  }

  private static long of(String song, List<Triplet> triplets) {
    return triplets.stream().filter(triplet -> triplet.song().equals(song)).count();
  }

  private static Triplet triplet(String song, int number) {
    LifeDay day = day(number, song);
    return new Triplet(song, day, day(number + 100, song), day(number + 200, "another"));
  }

  private static LifeDay day(int number, String song) {
    LocalDate date = LocalDate.of(2024, 1, 1).plusDays(number);
    return new LifeDay(date, FIRST + " " + SECOND, Map.of(song, 3));
  }
}
