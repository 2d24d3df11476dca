package io.chihiro.models.evaluation;

import io.chihiro.models.LifeDay;
import io.chihiro.models.TextSpace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What a space makes of triplets, as the paper measures it.
///
/// @param triplets how many
/// @param accuracy share of triplets whose positive lies closer to the anchor than the negative
/// @param separation mean cosine to positives less mean cosine to negatives
/// @param mrr mean of one over the rank of the positive among itself and all negatives; a negative
///     that lies as close as the positive counts as closer
/// @param confusion at the best threshold
/// @param positives how similar anchors and positives are
/// @param negatives how similar anchors and negatives are
public record TripletFigures(
    int triplets,
    Interval accuracy,
    Interval separation,
    Interval mrr,
    Confusion confusion,
    Histogram positives,
    Histogram negatives) {

  /// One triplet's cosines and the rank of its positive.
  private record Measured(double positive, double negative, double reciprocalRank) {}

  /// The figures of at least one triplet; intervals draw songs.
  public static <V> TripletFigures of(
      List<Triplet> triplets, TextSpace<V> space, Bootstrap bootstrap) throws InterruptedException {
    Map<LifeDay, V> read = read(triplets, space);
    Map<LifeDay, Integer> negatives = new LinkedHashMap<>();
    triplets.forEach(triplet -> negatives.merge(triplet.negative(), 1, Integer::sum));
    Map<LifeDay, List<Rival>> rivals = new HashMap<>();
    Map<String, List<Measured>> bySong = new LinkedHashMap<>();
    for (Triplet triplet : triplets) {
      List<Rival> near =
          rivals.computeIfAbsent(
              triplet.anchor(), anchor -> rivals(anchor, negatives, read, space));
      bySong
          .computeIfAbsent(triplet.song(), _ -> new ArrayList<>())
          .add(measured(triplet, near, read, space));
    }
    return of(bySong.values(), triplets.size(), bootstrap);
  }

  /// A negative that any anchor has, how often, and how close it lies.
  private record Rival(int times, double similarity) {}

  private static <V> List<Rival> rivals(
      LifeDay anchor, Map<LifeDay, Integer> negatives, Map<LifeDay, V> read, TextSpace<V> space) {
    List<Rival> rivals = new ArrayList<>();
    negatives.forEach(
        (day, times) -> rivals.add(new Rival(times, similarity(anchor, day, read, space))));
    return rivals;
  }

  private static <V> Measured measured(
      Triplet triplet, List<Rival> rivals, Map<LifeDay, V> read, TextSpace<V> space) {
    double positive = similarity(triplet.anchor(), triplet.positive(), read, space);
    int before =
        rivals.stream()
            .filter(rival -> rival.similarity() >= positive)
            .mapToInt(Rival::times)
            .sum();
    double negative = similarity(triplet.anchor(), triplet.negative(), read, space);
    return new Measured(positive, negative, 1.0 / (1 + before));
  }

  private static <V> double similarity(
      LifeDay one, LifeDay other, Map<LifeDay, V> read, TextSpace<V> space) {
    return space.similarity(at(one, read), at(other, read));
  }

  private static <V> V at(LifeDay day, Map<LifeDay, V> read) {
    V vector = read.get(day);
    if (vector == null) {
      throw new IllegalStateException("the day " + day.date() + " has not been read");
    }
    return vector;
  }

  private static <V> Map<LifeDay, V> read(List<Triplet> triplets, TextSpace<V> space)
      throws InterruptedException {
    Set<LifeDay> days = new LinkedHashSet<>();
    triplets.forEach(
        triplet -> days.addAll(List.of(triplet.anchor(), triplet.positive(), triplet.negative())));
    List<V> vectors = space.days(days.stream().map(LifeDay::text).toList());
    Map<LifeDay, V> read = new HashMap<>();
    for (LifeDay day : days) {
      read.put(day, vectors.get(read.size()));
    }
    return read;
  }

  private static TripletFigures of(
      Collection<List<Measured>> bySong, int count, Bootstrap bootstrap) {
    List<Measured> all = bySong.stream().flatMap(List::stream).toList();
    List<Double> positives = all.stream().map(Measured::positive).toList();
    List<Double> negatives = all.stream().map(Measured::negative).toList();
    double low = Stream.concat(positives.stream(), negatives.stream()).reduce(0.0, Math::min);
    return new TripletFigures(
        count,
        bootstrap.groups(each(bySong, one -> one.positive() > one.negative() ? 1 : 0)),
        bootstrap.groups(each(bySong, one -> one.positive() - one.negative())),
        bootstrap.groups(each(bySong, Measured::reciprocalRank)),
        Confusion.best(positives, negatives),
        Histogram.of(positives, low, 1),
        Histogram.of(negatives, low, 1));
  }

  private interface Part {
    double of(Measured measured);
  }

  private static List<List<Double>> each(Collection<List<Measured>> bySong, Part part) {
    return bySong.stream()
        .map(song -> song.stream().map(measured -> part.of(measured)).toList())
        .toList();
  }
}
