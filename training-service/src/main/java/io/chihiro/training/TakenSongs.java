package io.chihiro.training;

import io.chihiro.events.Song;
import io.chihiro.models.tastes.Interaction;
import io.chihiro.models.tastes.Item;
import io.chihiro.models.tastes.Tastes;
import io.chihiro.training.LearnablePlays.Heard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What several people took to, put together life by life: a song counts once for whoever played
/// it, since the first time. Pure.
///
/// A song's id follows from its name, so that it is the same in every catalogue.
final class TakenSongs {
  private final List<Interaction> interactions = new ArrayList<>();
  private final Map<String, Item> items = new HashMap<>();

  /// Adds one person's plays.
  ///
  /// @param ids under which their catalogue has songs
  /// @param named what each of these is called; a song that is not among them is passed over
  void add(String user, Collection<Heard> plays, SongIds ids, Map<String, Song> named) {
    for (Heard play : plays) {
      String id = ids.of(play.spelled());
      Optional.ofNullable(named.get(id))
          .ifPresent(
              song -> {
                items.putIfAbsent(id, item(id, song));
                interactions.add(new Interaction(user, id, Optional.of(play.from())));
              });
    }
  }

  private static Item item(String id, Song song) {
    return new Item(id, song.title(), song.artist(), Optional.empty(), Optional.empty());
  }

  /// All of it.
  Tastes tastes() {
    return Tastes.of(interactions, items, Map.of());
  }
}
