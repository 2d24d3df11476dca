package io.chihiro.recommend;

import io.chihiro.recommend.KnownSongs.KnownSong;
import io.chihiro.recommend.catalogue.CatalogueSong;
import io.chihiro.recommend.catalogue.SongFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What every search says of a song that it found; its own findings stand beside these.
///
/// @param id within the caller's catalogue
/// @param played the days on which the caller kept replaying it, if there are any
public record FoundSong(
    String id,
    String title,
    String artist,
    Optional<Integer> year,
    List<String> tags,
    Optional<PlayedDays> played) {
  /// Of a song of the catalogue.
  ///
  /// @param played the caller's own songs by identity
  static FoundSong of(CatalogueSong song, Map<String, KnownSong> played) {
    SongFacts facts = song.facts();
    return new FoundSong(
        song.id(),
        facts.named().title(),
        facts.named().artist(),
        facts.year(),
        facts.tags(),
        PlayedDays.of(song, played));
  }
}
