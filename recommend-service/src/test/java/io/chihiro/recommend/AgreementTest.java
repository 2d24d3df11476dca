package io.chihiro.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chihiro.recommend.Agreement.First;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {
  private static final First BASE = new First("base", List.of("a", "b", "c", "d"));

  @Test
  void itIsTheShareOfSongsThatBothPutFirst() {
    var other = new First("sbert", List.of("d", "x", "b", "y"));

    assertEquals(
        List.of(new Agreement(List.of("base", "sbert"), 0.5)), Agreement.of(List.of(BASE, other)));
  }

  @Test
  void everyTwoAreCompared() {
    var second = new First("sbert", List.of("a", "b", "c", "d"));
    var third = new First("random", List.of("w", "x", "y", "z"));

    assertEquals(
        List.of(
            new Agreement(List.of("base", "sbert"), 1),
            new Agreement(List.of("base", "random"), 0),
            new Agreement(List.of("sbert", "random"), 0)),
        Agreement.of(List.of(BASE, second, third)));
  }

  @Test
  void ofDifferentLengthsTheLongerOneCounts() {
    assertEquals(
        0.25, Agreement.of(List.of(BASE, new First("x", List.of("a")))).getFirst().overlap());
  }

  @Test
  void oneAloneAgreesWithNobodyAndTwoEmptyOnesAgree() {
    assertEquals(List.of(), Agreement.of(List.of(BASE)));
    assertEquals(
        1,
        Agreement.of(List.of(new First("a", List.of()), new First("b", List.of())))
            .getFirst()
            .overlap());
  }
}
