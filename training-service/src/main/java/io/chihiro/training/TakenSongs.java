package io.chihiro.training;

import io.chihiro.events.Song;
import io.chihiro.models.tastes.Interaction;
import io.chihiro.models.tastes.Item;
import io.chihiro.models.tastes.Tastes;
import io.chihiro.training.LearnablePlays.Heard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What several people took to, put together life by life: a song counts once for whoever played
/// it, since the first time. Pure.
///
/// A song's id follows from its name, so that it is the same in every catalogue. It is called what
/// most of them call it: what one alone wrote is told to nobody else.
final class TakenSongs {
  // Of two that are as usual, the shorter one: it has no more in it than it needs.
  private static final Comparator<Map.Entry<Song, Integer>> USUAL_FIRST =
      Map.Entry.<Song, Integer>comparingByValue()
          .thenComparing(
              Comparator.comparingInt(
                      (Map.Entry<Song, Integer> each) ->
                          each.getKey().title().length() + each.getKey().artist().length())
                  .reversed())
          .thenComparing(each -> each.getKey().identity());

  private final List<Interaction> interactions = new ArrayList<>();
  private final Map<String, Map<Song, Integer>> spellings = new HashMap<>();

  /// Adds one person's plays.
  ///
  /// @param ids under which their catalogue has songs
  /// @param named what each of these is called; a song that is not among them is passed over
  void add(String user, Collection<Heard> plays, SongIds ids, Map<String, Song> named) {
    Set<String> met = new HashSet<>();
    for (Heard play : plays) {
      String id = ids.of(play.spelled());
      Optional.ofNullable(named.get(id))
          .ifPresent(
              song -> {
                if (met.add(id)) {
                  var _ =
                      spellings
                          .computeIfAbsent(id, _ -> new HashMap<>())
                          .merge(song, 1, Integer::sum);
                }
                interactions.add(new Interaction(user, id, Optional.of(play.from())));
              });
    }
  }

  private static Item item(String id, Map<Song, Integer> spellings) {
    Song usual = Collections.max(spellings.entrySet(), USUAL_FIRST).getKey();
    return new Item(id, usual.title(), usual.artist(), Optional.empty(), Optional.empty());
  }

  /// All of it.
  Tastes tastes() {
    Map<String, Item> items = new HashMap<>();
    spellings.forEach((id, all) -> items.put(id, item(id, all)));
    return Tastes.of(interactions, items, Map.of());
  }
}
