package io.chihiro.recommend.catalogue;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.Song;
import io.chihiro.events.SongDescribed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SongFactsTest {
  private static final Song LISTED = new Song("Halo", "Beyonce");
  private static final Song PLAYED = new Song("Halo", "Beyoncé");

  @Test
  void aSongThatIsOffLimitsByAnotherSpellingIsKnown() {
    SongFacts facts =
        SongFacts.of(
            new SongDescribed(
                "owner",
                "a",
                LISTED,
                List.of(LISTED, PLAYED),
                List.of(),
                Map.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Map.of(),
                true,
                Optional.empty()));

    assertTrue(facts.isAmong(Set.of(PLAYED.identity())));
    assertTrue(facts.isAmong(Set.of(LISTED.identity())));
    assertTrue(facts.isAmong(Set.of(facts.id())));
    assertFalse(facts.isAmong(Set.of(new Song("Halo", "Nobody").identity())));
  }
}
