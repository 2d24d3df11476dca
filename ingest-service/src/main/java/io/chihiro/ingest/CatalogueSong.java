package io.chihiro.ingest;

import io.chihiro.events.Song;
import io.chihiro.events.SongDescribed;
import io.chihiro.events.SongListed;
import io.chihiro.events.SongName;
import io.chihiro.events.TrackPlayed;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// How descriptions of one song are put together: the same in any order, and never without end.
/// What plays tell, what catalogues say and whose words are known is one song if it has one name.
final class CatalogueSong {
  private static final int MOST_OF_EACH = 20;
  private static final Comparator<Song> BY_NAME =
      Comparator.comparing(Song::title).thenComparing(Song::artist);

  private CatalogueSong() {}

  /// What one play tells of its song.
  static SongDescribed told(TrackPlayed play, SongName name) {
    return new SongDescribed(
        play.user(),
        name.id(),
        name.plain(),
        List.of(play.song()),
        play.album().stream().toList(),
        ids(play),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Map.of(),
        false,
        Optional.empty());
  }

  /// What catalogues say of a song.
  private static SongDescribed told(SongListed listed) {
    return new SongDescribed(
        listed.user(),
        listed.song(),
        listed.named(),
        List.of(listed.named()),
        List.of(),
        listed.ids(),
        listed.year(),
        listed.tags(),
        listed.views(),
        listed.featured(),
        listed.language(),
        listed.audio(),
        true,
        Optional.empty());
  }

  /// A song as plays and catalogues tell it; empty if neither do.
  ///
  /// @param sha256 of its lyrics, if they are known
  static Optional<SongDescribed> whole(
      Optional<SongDescribed> played, Optional<SongListed> listed, Optional<String> sha256) {
    Optional<SongDescribed> said = listed.map(CatalogueSong::told);
    Optional<SongDescribed> all =
        played.map(one -> said.map(other -> both(one, other)).orElse(one)).or(() -> said);
    return all.map(song -> sha256.map(hash -> with(song, hash)).orElse(song));
  }

  private static SongDescribed with(SongDescribed song, String sha256) {
    return new SongDescribed(
        song.user(),
        song.song(),
        song.named(),
        song.spellings(),
        song.albums(),
        song.ids(),
        song.year(),
        song.tags(),
        song.views(),
        song.featured(),
        song.language(),
        song.audio(),
        song.listed(),
        Optional.of(sha256));
  }

  private static Map<String, List<String>> ids(TrackPlayed play) {
    Map<String, List<String>> ids = new TreeMap<>();
    play.spotifyUri().ifPresent(uri -> ids.put("spotify", List.of(uri)));
    play.ids().forEach((kind, id) -> ids.put(kind, List.of(id)));
    return ids;
  }

  /// What two descriptions tell together.
  static SongDescribed both(SongDescribed one, SongDescribed other) {
    return new SongDescribed(
        one.user(),
        one.song(),
        BY_NAME.compare(one.named(), other.named()) <= 0 ? one.named() : other.named(),
        joined(one.spellings(), other.spellings(), BY_NAME),
        joined(one.albums(), other.albums(), Comparator.naturalOrder()),
        joined(one.ids(), other.ids()),
        one.year().or(other::year),
        joined(one.tags(), other.tags(), Comparator.naturalOrder()),
        one.views().or(other::views),
        joined(one.featured(), other.featured(), Comparator.naturalOrder()),
        one.language().or(other::language),
        one.audio().isEmpty() ? other.audio() : one.audio(),
        one.listed() || other.listed(),
        one.lyrics().or(other::lyrics));
  }

  private static Map<String, List<String>> joined(
      Map<String, List<String>> one, Map<String, List<String>> other) {
    Map<String, List<String>> all = new TreeMap<>(one);
    other.forEach(
        (kind, ids) -> all.merge(kind, ids, (a, b) -> joined(a, b, Comparator.naturalOrder())));
    return all;
  }

  private static <T> List<T> joined(
      Collection<T> one, Collection<T> other, Comparator<? super T> order) {
    return Stream.concat(one.stream(), other.stream())
        .distinct()
        .sorted(order)
        .limit(MOST_OF_EACH)
        .toList();
  }
}
