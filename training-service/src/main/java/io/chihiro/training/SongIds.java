package io.chihiro.training;

import io.chihiro.events.Song;
import io.chihiro.events.TextHash;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Under which id the catalogue has a song, however a source spells it, after what its owner calls
/// one song. Pure.
///
/// A song that no catalogue knows stands in a playlist alone, which nobody may read from a model's
/// files: it goes by a hash.
final class SongIds {
  private final Map<String, List<String>> spelled;
  private final Map<String, Song> aliases;
  private final Map<String, String> ids = new HashMap<>();

  /// @param spelled identities under which the catalogue knows each song, by its id
  /// @param aliases the song that it is in truth, by identity of a spelling or by id
  SongIds(Map<String, List<String>> spelled, Map<String, Song> aliases) {
    this.spelled = Map.copyOf(spelled);
    this.aliases = Map.copyOf(aliases);
    spelled.forEach((id, names) -> names.forEach(name -> ids.put(name, id)));
  }

  /// The id of a song.
  String of(String identity) {
    return Optional.ofNullable(aliases.get(identity))
        .or(() -> Optional.ofNullable(ids.get(identity)).map(aliases::get))
        .map(song -> told(song.identity()))
        .orElseGet(() -> told(identity));
  }

  private String told(String identity) {
    String id = ids.get(identity);
    return id == null ? TextHash.of(identity) : id;
  }

  /// The identities under which songs are met, by their id; none of those that only playlists name.
  ///
  /// @param wanted ids of the songs
  /// @param played identities that plays told
  Map<String, Set<String>> names(Set<String> wanted, Collection<String> played) {
    Map<String, Set<String>> names = new TreeMap<>();
    for (String id : wanted) {
      names.put(id, new TreeSet<>(spelled.getOrDefault(id, List.of())));
    }
    played.forEach(identity -> add(names, of(identity), identity));
    aliases.values().forEach(song -> add(names, told(song.identity()), song.identity()));
    return names;
  }

  private static void add(Map<String, Set<String>> names, String id, String identity) {
    Set<String> known = names.get(id);
    if (known != null) {
      known.add(identity);
    }
  }
}
