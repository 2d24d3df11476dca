package io.chihiro.recommend;

import io.chihiro.recommend.KnownSongs.KnownSong;
import io.chihiro.recommend.catalogue.CatalogueSong;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// The days on which somebody kept replaying a song that they found.
///
/// @param days how many there are
/// @param plays on all of them together
public record PlayedDays(int days, int plays, LocalDate firstPlayed, LocalDate lastPlayed) {
  /// Of a song; empty if there are none.
  ///
  /// @param played the caller's own songs by identity
  static Optional<PlayedDays> of(CatalogueSong song, Map<String, KnownSong> played) {
    return song.facts().identities().stream()
        .flatMap(identity -> Optional.ofNullable(played.get(identity)).stream())
        .findFirst()
        .map(own -> new PlayedDays(own.days(), own.plays(), own.firstPlayed(), own.lastPlayed()));
  }
}
