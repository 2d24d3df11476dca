package io.chihiro.ingest;

import io.chihiro.events.Song;
import io.chihiro.events.SongListed;
import io.chihiro.ingest.catalogue.ToldSong;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// How what several rows tell of a song becomes one listing. The same rows again change nothing:
/// lists only grow, and of two values the first row's of an import counts.
final class CatalogueListing {
  private static final int MOST_OF_EACH = 20;

  private CatalogueListing() {}

  /// What the first row tells.
  static SongListed first(String user, String song, Song named, ToldSong told) {
    return both(
        new SongListed(
            user,
            song,
            named,
            Map.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Map.of()),
        told,
        true);
  }

  /// What another row tells together with what was there.
  ///
  /// @param newer whether its values take the place of those that are there
  static SongListed both(SongListed before, ToldSong told, boolean newer) {
    return new SongListed(
        before.user(),
        before.song(),
        before.named(),
        ids(before.ids(), told.ids()),
        one(before.year(), told.year(), newer),
        joined(before.tags(), told.tags()),
        one(before.views(), told.views(), newer),
        joined(before.featured(), told.featured()),
        one(before.language(), told.language(), newer),
        audio(before.audio(), told.audio(), newer));
  }

  private static <T> Optional<T> one(Optional<T> before, Optional<T> told, boolean newer) {
    return newer ? told.or(() -> before) : before.or(() -> told);
  }

  private static Map<String, Double> audio(
      Map<String, Double> before, Map<String, Double> told, boolean newer) {
    Map<String, Double> all = new TreeMap<>(newer ? before : told);
    all.putAll(newer ? told : before);
    return all;
  }

  private static Map<String, List<String>> ids(
      Map<String, List<String>> before, Map<String, String> told) {
    Map<String, List<String>> all = new TreeMap<>(before);
    told.forEach((kind, id) -> all.merge(kind, List.of(id), CatalogueListing::joined));
    return all;
  }

  private static List<String> joined(Collection<String> one, Collection<String> other) {
    return Stream.concat(one.stream(), other.stream())
        .distinct()
        .limit(MOST_OF_EACH)
        .sorted()
        .toList();
  }
}
