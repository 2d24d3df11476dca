package io.chihiro.recommend.catalogue;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.Song;
import io.chihiro.recommend.catalogue.SongFilter.Range;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SongFilterTest {
  private static final CatalogueSong TOLD =
      Songs.of(
          new SongFacts(
              "a",
              new Song("Salt Water", "The Harbour Lights"),
              Set.of(),
              "hash",
              Optional.of(1999),
              List.of("Folk", "slow"),
              Optional.empty(),
              List.of("Ana Moura"),
              Optional.of("en"),
              Optional.of(0.25),
              true),
          Optional.empty(),
          Optional.empty());
  private static final CatalogueSong UNTOLD =
      Songs.song("b", "B", Optional.empty(), Optional.empty());

  @Test
  void withoutAWishEverySongPasses() {
    assertTrue(SongFilter.NONE.test(TOLD));
    assertTrue(SongFilter.NONE.test(UNTOLD));
  }

  @Test
  void bothEndsOfARangeAreWithinIt() {
    assertTrue(year(1999, 2005).test(TOLD));
    assertTrue(year(1990, 1999).test(TOLD));
    assertFalse(year(2000, 2005).test(TOLD));
    assertTrue(SongFilter.ofValence(Optional.of(new Range(0.2, 0.3))).test(TOLD));
    assertFalse(SongFilter.ofValence(Optional.of(new Range(0.3, 1))).test(TOLD));
  }

  @Test
  void whatIsNotToldKeepsASongOut() {
    assertFalse(year(0, 9999).test(UNTOLD));
    assertFalse(SongFilter.ofValence(Optional.of(new Range(0, 1))).test(UNTOLD));
    assertFalse(words("folk", null, null).test(UNTOLD));
    assertFalse(words(null, "en", null).test(UNTOLD));
  }

  @Test
  void wordsAreComparedInAnyCase() {
    assertTrue(words("folk", "EN", "the harbour lights").test(TOLD));
    assertFalse(words("fol", null, null).test(TOLD));
  }

  @Test
  void whoIsFeaturedSingsItToo() {
    assertTrue(words(null, null, "ana moura").test(TOLD));
    assertFalse(words(null, null, "ana").test(TOLD));
  }

  private static SongFilter year(int from, int to) {
    return new SongFilter(
        Optional.of(new Range(from, to)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static SongFilter words(
      @Nullable String tag, @Nullable String language, @Nullable String artist) {
    return new SongFilter(
        Optional.empty(),
        Optional.ofNullable(tag),
        Optional.ofNullable(language),
        Optional.empty(),
        Optional.ofNullable(artist));
  }
}
