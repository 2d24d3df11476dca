package io.chihiro.recommend;

import static io.chihiro.recommend.index.DayRecords.DAY;
import static io.chihiro.recommend.index.DayRecords.moment;
import static io.chihiro.recommend.index.DayRecords.song;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chihiro.events.Moment;
import io.chihiro.events.OffLimits;
import io.chihiro.events.Song;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AllowedTest {
  @Test
  void withoutLimitsALifeIsAsItIs() {
    assertEquals(1, Life.of(List.of(moment("owner", DAY, "A day."))).moments().size());
  }

  @Test
  void aDayThatIsOffLimitsIsNotThere() {
    assertEquals(List.of(), life("A day.", Set.of(DAY), Set.of(), List.of()).moments());
  }

  @Test
  void aPersonIsNotMetWhateverTheCaseOfTheirName() {
    for (String text : List.of("Ana rang.", "I saw ANA, briefly.", "It was ana's coat.")) {
      assertEquals(List.of(), life(text, Set.of(), Set.of("Ana"), List.of()).moments(), text);
    }
  }

  @Test
  void aNameIsAWordOfItsOwn() {
    String text = "A banana, and Anatol rang.";
    assertEquals(1, life(text, Set.of(), Set.of("Ana"), List.of()).moments().size());
  }

  @Test
  void aNameMayHaveSignsThatMeanSomethingElsewhere() {
    assertEquals(List.of(), life("J.R. (again).", Set.of(), Set.of("J.R."), List.of()).moments());
  }

  @Test
  void aSongIsNotPlayedButItsDayStays() {
    Song swell = song("Swell", 3).song();
    Moment left = life("A day.", Set.of(), Set.of(), List.of(swell)).moments().getFirst();

    assertEquals(
        List.of("Salt Water"), left.songs().stream().map(each -> each.song().title()).toList());
  }

  @Test
  void aSongIsNotPlayedHoweverItIsSpelled() {
    for (String spelled : List.of("Swell - Remastered 2009", "swéll", "Swell (feat. Ana)")) {
      Song song = new Song(spelled, song("Swell", 3).song().artist());
      Moment left = life("A day.", Set.of(), Set.of(), List.of(song)).moments().getFirst();
      assertEquals(1, left.songs().size(), spelled);
    }
  }

  @Test
  void anotherVersionIsAnotherSong() {
    Song live = new Song("Swell (Live)", song("Swell", 3).song().artist());
    Moment left = life("A day.", Set.of(), Set.of(), List.of(live)).moments().getFirst();

    assertEquals(2, left.songs().size());
  }

  @Test
  void whatComesLaterIsLookedAtToo() {
    Life life = life("A day.", Set.of(), Set.of("Ana"), List.of());
    life.apply(moment("owner", DAY, "Ana rang."));

    assertEquals(List.of(), life.moments());
  }

  private static Life life(String text, Set<LocalDate> days, Set<String> people, List<Song> songs) {
    Allowed allowed = Allowed.allBut(new OffLimits("owner", days, people, songs));
    return Life.of(
        List.of(moment("owner", DAY, text, song("Swell", 3), song("Salt Water", 4))), allowed);
  }
}
