package io.chihiro.recommend;

import io.chihiro.events.Song;
import io.chihiro.models.tastes.Item;
import io.chihiro.models.tastes.ItemWeights;
import io.chihiro.models.tastes.ItemWeights.Reason;
import io.chihiro.models.tastes.ItemWeights.Suggested;
import io.chihiro.recommend.catalogue.CatalogueSong;
import io.chihiro.recommend.catalogue.SongView;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Songs that people like somebody love, from that person's own songs and weights between songs.
/// Pure.
///
/// @param weights of the version that answers
/// @param played ids of the person's own songs that the version knows and that may be met
/// @param met ids of those of the version's songs that their catalogue has and that may be met
/// @param hidden ids of those that it has and that may not
/// @param forbidden identities and ids of songs that are off limits, whether the catalogue has them
///     or not
record TasteAnswer(
    ItemWeights weights,
    Set<String> played,
    Set<String> met,
    Set<String> hidden,
    Set<String> forbidden) {
  private static final int REASONS = 3;

  /// A song that somebody may love.
  ///
  /// @param id within the caller's catalogue, if that lists the song
  /// @param because what the caller plays and speaks most for it
  public record Loved(
      Optional<String> id, String title, String artist, double score, List<Because> because) {}

  /// A song that the caller plays.
  ///
  /// @param share of the score; together they may have more than all of it, as other songs speak
  ///     against
  public record Because(String id, String title, String artist, double share) {
    static Because of(Reason reason) {
      Item item = reason.item();
      return new Because(item.id(), item.title(), item.artist(), reason.share());
    }
  }

  /// For somebody's catalogue.
  ///
  /// @param all their songs
  /// @param met those of them that may be met
  static TasteAnswer of(ItemWeights weights, SongView all, SongView met, Set<String> forbidden) {
    Set<String> there = new HashSet<>();
    Set<String> hidden = new HashSet<>();
    Set<String> played = new HashSet<>();
    for (Item item : weights.items()) {
      Optional<CatalogueSong> song = met.find(item.id());
      if (song.isPresent()) {
        there.add(item.id());
      } else if (all.find(item.id()).isPresent()) {
        hidden.add(item.id());
      }
      if (song.filter(found -> !found.facts().onlyListed()).isPresent()) {
        played.add(item.id());
      }
    }
    return new TasteAnswer(weights, played, there, hidden, forbidden);
  }

  /// The songs, the likeliest first: none that is played already, and none that is off limits.
  List<Loved> loved(int most) {
    return weights.suggest(played, this::mayAnswer, most, REASONS).stream()
        .map(this::loved)
        .toList();
  }

  private boolean mayAnswer(Item item) {
    return !hidden.contains(item.id())
        && !forbidden.contains(item.id())
        && !forbidden.contains(new Song(item.title(), item.artist()).identity());
  }

  private Loved loved(Suggested each) {
    Item item = each.item();
    return new Loved(
        Optional.of(item.id()).filter(met::contains),
        item.title(),
        item.artist(),
        each.score(),
        each.because().stream().map(Because::of).toList());
  }
}
