package io.chihiro.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GeneratedTextsTest {
  @Test
  void theSameSeedMakesTheSameTexts() {
    assertEquals(some(7), some(7));
  }

  @Test
  void moodsAreManyMoreThanThoseTheyAreMadeFrom() {
    GeneratedTexts texts = new GeneratedTexts(2);
    assertEquals(1_000, Stream.generate(texts::mood).limit(20_000).distinct().limit(1_000).count());
  }

  private static List<String> some(long seed) {
    GeneratedTexts texts = new GeneratedTexts(seed);
    return List.of(texts.page(), texts.mood(), texts.page());
  }
}
