package io.chihiro.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.Song;
import io.chihiro.models.tastes.AllTaken;
import io.chihiro.models.tastes.Ease;
import io.chihiro.models.tastes.Interaction;
import io.chihiro.models.tastes.Item;
import io.chihiro.models.tastes.ItemWeights;
import io.chihiro.models.tastes.Tastes;
import io.chihiro.recommend.TasteAnswer.Because;
import io.chihiro.recommend.TasteAnswer.Loved;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TasteAnswerTest {
  private static final ItemWeights WEIGHTS = weights();
  private static final Set<String> PLAYED = Set.of("waves", "tides");

  @Test
  void whatPeopleLikeOneLoveIsToldWithWhatOnePlays() {
    TasteAnswer answer = new TasteAnswer(WEIGHTS, PLAYED, PLAYED, Set.of(), Set.of());

    List<Loved> songs = answer.loved(10);

    assertEquals(List.of("ferry", "gulls"), titles(songs));
    List<String> because = songs.getFirst().because().stream().map(Because::id).sorted().toList();
    assertEquals(List.of("tides", "waves"), because);
    assertEquals(Optional.empty(), songs.getFirst().id(), "no catalogue of theirs lists it");
  }

  @Test
  void aSongThatIsOnlyListedIsToldWithItsPage() {
    TasteAnswer answer =
        new TasteAnswer(WEIGHTS, PLAYED, Set.of("waves", "tides", "gulls"), Set.of(), Set.of());

    Loved gulls =
        answer.loved(10).stream()
            .filter(each -> each.title().equals("gulls"))
            .findFirst()
            .orElseThrow();

    assertEquals(Optional.of("gulls"), gulls.id());
  }

  @Test
  void whatIsOffLimitsIsNotToldByIdOrByName() {
    String gulls = new Song("gulls", "somebody").identity();

    List<Loved> byName =
        new TasteAnswer(WEIGHTS, PLAYED, PLAYED, Set.of(), Set.of(gulls)).loved(10);
    List<Loved> byId =
        new TasteAnswer(WEIGHTS, PLAYED, PLAYED, Set.of("ferry"), Set.of()).loved(10);

    List<Loved> bySpelling =
        new TasteAnswer(WEIGHTS, PLAYED, PLAYED, Set.of(), Set.of("gulls")).loved(10);

    assertEquals(List.of("ferry"), titles(byName));
    assertEquals(List.of("ferry"), titles(bySpelling), "by the id that all spellings have");
    assertEquals(List.of("gulls"), titles(byId));
  }

  @Test
  void whoPlaysNothingThatIsKnownIsToldNothing() {
    TasteAnswer answer = new TasteAnswer(WEIGHTS, Set.of(), Set.of(), Set.of(), Set.of());

    assertTrue(answer.loved(10).isEmpty());
  }

  private static List<String> titles(List<Loved> songs) {
    return songs.stream().map(Loved::title).sorted().toList();
  }

  private static ItemWeights weights() {
    List<Interaction> taken = new ArrayList<>();
    Map<String, Item> items = new HashMap<>();
    for (List<String> kind :
        List.of(List.of("waves", "tides", "ferry", "gulls"), List.of("neon", "taxi", "rain"))) {
      for (int user = 0; user < 10; user++) {
        for (String song : kind) {
          items.put(song, new Item(song, song, "somebody", Optional.empty(), Optional.empty()));
          taken.add(new Interaction(kind.getFirst() + user, song, Optional.empty()));
        }
      }
    }
    return new Ease(AllTaken.of(Tastes.of(taken, items, Map.of())), 5, 0).weights();
  }
}
