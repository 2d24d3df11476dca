package io.chihiro.recommend;

import static io.chihiro.recommend.index.DayRecords.DAY;
import static io.chihiro.recommend.index.DayRecords.vector;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chihiro.events.Moment;
import io.chihiro.events.TextEmbedded;
import io.chihiro.events.TextEmbedded.Grain;
import io.chihiro.events.TextEmbedded.Passage;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndexedDayTest {
  private static final float[] MOOD = {1, 0};
  private static final double BETA = 20;
  private static final String TEXT = "I paid the bills. I missed her.";
  private static final Moment MOMENT = new Moment("owner", DAY, TEXT, List.of());
  private static final Passage WHOLE = new Passage(Grain.DAY, 0, 31, vector(0.4));
  private static final Passage BILLS = new Passage(Grain.SENTENCE, 0, 17, vector(0.1));
  private static final Passage MISSED = new Passage(Grain.SENTENCE, 18, 31, vector(0.8));

  @Test
  void windowsAndSentencesAreToldApart() {
    var embedded = new TextEmbedded("owner", DAY, "1", "ab", List.of(WHOLE, BILLS, MISSED));
    IndexedDay day = IndexedDay.of(MOMENT, embedded);

    assertEquals(List.of(WHOLE), day.windows());
    assertEquals(List.of(BILLS, MISSED), day.sentences());
  }

  @Test
  void aDayFitsHalfAsAWholeAndHalfByItsSentences() {
    IndexedDay day = new IndexedDay(MOMENT, List.of(WHOLE), List.of(MISSED));

    assertEquals((0.4 + 0.8) / 2, day.fit(MOOD, BETA).similarity(), 1e-6);
  }

  @Test
  void theSentenceThatFitsBestIsQuoted() {
    assertEquals(
        "I missed her.",
        new IndexedDay(MOMENT, List.of(WHOLE), List.of(BILLS, MISSED)).fit(MOOD, BETA).excerpt());
    assertEquals(
        "I missed her.",
        new IndexedDay(MOMENT, List.of(WHOLE), List.of(MISSED, BILLS)).fit(MOOD, BETA).excerpt());
  }

  @Test
  void aDayWithoutSentencesIsQuotedAsAWhole() {
    IndexedDay.Fit fit = new IndexedDay(MOMENT, List.of(WHOLE), List.of()).fit(MOOD, BETA);

    assertEquals(TEXT, fit.excerpt());
    assertEquals(0.4, fit.similarity(), 1e-6);
  }

  @Test
  void aLongDayIsNotFavouredForHavingMoreSentences() {
    var one = new IndexedDay(MOMENT, List.of(WHOLE), List.of(MISSED));
    var many = new IndexedDay(MOMENT, List.of(WHOLE), Collections.nCopies(50, MISSED));

    assertEquals(one.fit(MOOD, BETA).similarity(), many.fit(MOOD, BETA).similarity(), 1e-9);
  }
}
