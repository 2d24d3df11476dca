package io.chihiro.recommend.catalogue;

import io.chihiro.events.Song;
import io.chihiro.events.SongDescribed;
import io.chihiro.events.TextHash;
import java.util.List;
import java.util.Optional;

/// What is told of a song, as far as searching needs it.
///
/// @param id within its user
/// @param titleHash what the title's vector must be made from
/// @param valence how glad it sounds, from 0 to 1, if a catalogue tells
/// @param onlyListed whether no play tells of it, as far as can be seen: plays name albums
public record SongFacts(
    String id,
    Song named,
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
        TextHash.of(song.named().title()),
        song.year(),
        song.tags(),
        song.views(),
        song.featured(),
        song.language(),
        Optional.ofNullable(song.audio().get(VALENCE)),
        song.listed() && song.albums().isEmpty());
  }
}
