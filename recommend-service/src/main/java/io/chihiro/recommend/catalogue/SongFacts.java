package io.chihiro.recommend.catalogue;

import io.chihiro.events.Song;
import io.chihiro.events.SongDescribed;
import io.chihiro.events.TextHash;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is told of a song, as far as searching needs it.
///
/// @param id within its user
/// @param identities of `named` and of every spelling: by another of them it may be off limits, or
///     stand in a day
/// @param titleHash what the title's vector must be made from
/// @param valence how glad it sounds, from 0 to 1, if a catalogue tells
/// @param onlyListed whether no play tells of it, as far as can be seen: plays name albums
public record SongFacts(
    String id,
    Song named,
    Set<String> identities,
    String titleHash,
    Optional<Integer> year,
    List<String> tags,
    Optional<Long> views,
    List<String> featured,
    Optional<String> language,
    Optional<Double> valence,
    boolean onlyListed) {
  private static final String VALENCE = "valence";

  /// Of a song as it travels.
  public static SongFacts of(SongDescribed song) {
    return new SongFacts(
        song.song(),
        song.named(),
        Stream.concat(Stream.of(song.named()), song.spellings().stream())
            .map(Song::identity)
            .collect(Collectors.toUnmodifiableSet()),
        TextHash.of(song.named().title()),
        song.year(),
        song.tags(),
        song.views(),
        song.featured(),
        song.language(),
        Optional.ofNullable(song.audio().get(VALENCE)),
        song.listed() && song.albums().isEmpty());
  }

  /// Whether an identity is one of its own.
  public boolean isOneOf(String identity) {
    return identities.contains(identity);
  }

  /// Whether any of its identities, or its id, is among these.
  public boolean isAmong(Set<String> songs) {
    return songs.contains(id) || identities.stream().anyMatch(songs::contains);
  }
}
