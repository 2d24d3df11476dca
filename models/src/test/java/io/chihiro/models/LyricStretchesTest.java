package io.chihiro.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.models.PassageSplitter.Span;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LyricStretchesTest {
  private static final TextEncoder ENCODER = new InMemoryEncoder("1", 8);

  @Test
  void aLineThatIsSungAgainIsOneWhateverItsCaseAndItsSigns() {
    String text =
        "Haul away, Joe\nWay, haul away!\n\nHAUL AWAY JOE\n  Way haul away  \nGood night, all";

    assertEquals(List.of("Haul away, Joe", "Way, haul away!", "Good night, all"), lines(text));
  }

  @Test
  void aLineOfOneWordIsLeftOut() {
    assertEquals(List.of("Oh no"), lines("Oh!\n...\nOh no\nna-\n"));
  }

  @Test
  void signsThatAreWordsAreCounted() {
    assertEquals(List.of("海の歌", "don't stop"), lines("海の歌\n海\ndon't stop\ndon't"));
  }

  @Test
  void noMoreLinesThanASongHas() {
    String text =
        IntStream.range(0, 1000)
            .mapToObj(i -> "line number " + i)
            .collect(Collectors.joining("\n"));

    assertEquals(LyricStretches.MOST_LINES, LyricStretches.lines(text).size());
  }

  @Test
  void shortLyricsAreOneWindow() {
    assertEquals(List.of(new Span(0, 7)), LyricStretches.windows("one two", ENCODER));
  }

  @Test
  void longLyricsAreWindowsOfEqualLengthThatDoNotOverlap() {
    String text = words(300);
    List<Span> windows = LyricStretches.windows(text, ENCODER);

    assertEquals(2, windows.size());
    assertEquals(150, windows.getFirst().of(text).split(" ").length);
    assertEquals(150, windows.getLast().of(text).split(" ").length);
    assertEquals(0, windows.getFirst().start());
    assertEquals(text.length(), windows.getLast().end());
    assertTrue(windows.getFirst().end() < windows.getLast().start());
  }

  @Test
  void aBookIsReadOnlyFromItsBeginning() {
    assertEquals(
        LyricStretches.MOST_WINDOWS, LyricStretches.windows(words(10_000), ENCODER).size());
  }

  @Test
  void signsThatNobodyKnowsAreOneWindow() {
    assertEquals(List.of(new Span(0, 2)), LyricStretches.windows("~~", ENCODER));
  }

  private static String words(int count) {
    return String.join(" ", Collections.nCopies(count, "sea"));
  }

  private static List<String> lines(String text) {
    return LyricStretches.lines(text).stream().map(line -> line.of(text)).toList();
  }
}
