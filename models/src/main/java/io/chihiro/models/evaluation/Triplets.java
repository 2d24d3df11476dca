package io.chihiro.models.evaluation;

import io.chihiro.models.LifeDay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a model learns from and is tried on: triplets of days.
///
/// Every pair of different days of one song is anchor and positive once, with one negative each: a
/// day of a song that shares no day with it, first the song drawn, then its day. A song that shares
/// a day with every other has no negatives and gives no triplets. The draw of a song depends on the
/// seed and on nothing that happens to other songs.
public final class Triplets {
  private Triplets() {}

  /// All triplets of these days, song by song in the order of their identities.
  public static List<Triplet> of(List<LifeDay> days, long seed) {
    SortedMap<String, List<LifeDay>> bySong = bySong(days);
    List<Triplet> triplets = new ArrayList<>();
    bySong.forEach(
        (song, own) -> {
          if (own.size() > 1) {
            triplets.addAll(of(song, own, strangers(own, bySong), bySong, seed));
          }
        });
    return triplets;
  }

  private static SortedMap<String, List<LifeDay>> bySong(List<LifeDay> days) {
    SortedMap<String, List<LifeDay>> bySong = new TreeMap<>();
    for (LifeDay day : days) {
      day.songs().forEach(song -> bySong.computeIfAbsent(song, _ -> new ArrayList<>()).add(day));
    }
    return bySong;
  }

  /// The songs that share no day with a song of these days.
  private static List<String> strangers(
      List<LifeDay> own, SortedMap<String, List<LifeDay>> bySong) {
    Set<String> met = new HashSet<>();
    own.forEach(day -> met.addAll(day.songs()));
    return bySong.keySet().stream().filter(song -> !met.contains(song)).toList();
  }

  private static List<Triplet> of(
      String song,
      List<LifeDay> own,
      List<String> strangers,
      SortedMap<String, List<LifeDay>> bySong,
      long seed) {
    List<Triplet> triplets = new ArrayList<>();
    if (strangers.isEmpty()) {
      return triplets;
    }
    Random random = new Random(seed + 1_000_003L * song.hashCode());
    for (int i = 0; i < own.size(); i++) {
      for (LifeDay positive : own.subList(i + 1, own.size())) {
        LifeDay negative = one(bySong.getOrDefault(one(strangers, random), own), random);
        triplets.add(new Triplet(song, own.get(i), positive, negative));
      }
    }
    return triplets;
  }

  private static <T> T one(List<T> many, Random random) {
    return many.get(random.nextInt(many.size()));
  }
}
