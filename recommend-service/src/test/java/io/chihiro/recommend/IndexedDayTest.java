package io.chihiro.recommend;

import static io.chihiro.recommend.index.DayRecords.DAY;
import static io.chihiro.recommend.index.DayRecords.vector;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chihiro.events.Moment;
import io.chihiro.events.TextEmbedded;
import io.chihiro.events.TextEmbedded.Grain;
import io.chihiro.events.TextEmbedded.Passage;
import io.chihiro.models.ByteVector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndexedDayTest {
  private static final ByteVector MOOD = ByteVector.of(new float[] {1, 0});
  private static final double BETA = 20;
  private static final double EIGHT_BITS = 0.004;
  private static final String TEXT = "I paid the bills. I missed her.";
  private static final Moment MOMENT = new Moment("owner", DAY, TEXT, List.of());
  private static final Passage WHOLE = new Passage(Grain.DAY, 0, 31, vector(0.4));
  private static final Passage BILLS = new Passage(Grain.SENTENCE, 0, 17, vector(0.1));
  private static final Passage MISSED = new Passage(Grain.SENTENCE, 18, 31, vector(0.8));

  @Test
  void aDayFitsHalfAsAWholeAndHalfByItsSentences() {
    assertEquals((0.4 + 0.8) / 2, day(WHOLE, MISSED).similarity(MOOD, BETA), EIGHT_BITS);
  }

  @Test
  void theSentenceThatFitsBestIsQuoted() {
    assertEquals("I missed her.", day(WHOLE, BILLS, MISSED).excerpt(MOOD));
    assertEquals("I missed her.", day(WHOLE, MISSED, BILLS).excerpt(MOOD));
  }

  @Test
  void aDayWithoutSentencesIsQuotedAsAWhole() {
    assertEquals(TEXT, day(WHOLE).excerpt(MOOD));
    assertEquals(0.4, day(WHOLE).similarity(MOOD, BETA), EIGHT_BITS);
  }

  @Test
  void aLongDayIsNotFavouredForHavingMoreSentences() {
    List<Passage> many = new ArrayList<>(Collections.nCopies(50, MISSED));
    many.addFirst(WHOLE);

    assertEquals(
        day(WHOLE, MISSED).similarity(MOOD, BETA),
        day(many.toArray(Passage[]::new)).similarity(MOOD, BETA),
        1e-9);
  }

  private static IndexedDay day(Passage... passages) {
    return IndexedDay.of(MOMENT, new TextEmbedded("owner", DAY, "1", "ab", List.of(passages)));
  }
}
