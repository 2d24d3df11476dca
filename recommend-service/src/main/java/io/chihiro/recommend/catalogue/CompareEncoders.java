package io.chihiro.recommend.catalogue;

import io.chihiro.models.TextEncoder;
import io.chihiro.models.Vectors;
import io.chihiro.models.evaluation.Bootstrap;
import io.chihiro.models.evaluation.SongPairs;
import io.chihiro.models.evaluation.SongPairs.Figures;
import io.chihiro.models.evaluation.SongPairs.Labels;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How well encoders tell the songs of a catalogue apart: the same songs and pairs for each of
/// them, drawn by a seed. A song is the mean of what its title and its lyrics mean.
public final class CompareEncoders {
  /// Half of them are drawn at random, the others keep these company: one of the same artist each.
  static final int MOST_SONGS = 120;

  /// A few verses say what a song is about, and somebody waits.
  private static final int MOST_CHARACTERS = 1_000;

  private static final long SEED = 1;

  private CompareEncoders() {}

  /// What drawing asks of a song.
  private record Named(int place, String id, String artist) {}

  /// The songs to compare by; all of them where there are few. Each is looked at, and only those
  /// that are drawn are held.
  public static List<CatalogueSong> sample(List<CatalogueSong> songs) {
    List<Named> all = new ArrayList<>();
    for (CatalogueSong song : songs) {
      all.add(new Named(all.size(), song.id(), artist(song)));
    }
    all.sort(Comparator.comparing(Named::id));
    return draw(all).stream().map(named -> songs.get(named.place())).toList();
  }

  private static List<Named> draw(List<Named> all) {
    Collections.shuffle(all, new Random(SEED));
    Map<String, List<Named>> byArtist = all.stream().collect(Collectors.groupingBy(Named::artist));
    Map<String, Named> drawn = new LinkedHashMap<>();
    for (Named song : all.stream().limit(MOST_SONGS / 2).toList()) {
      drawn.put(song.id(), song);
      byArtist.getOrDefault(song.artist(), List.of()).stream()
          .filter(other -> !drawn.containsKey(other.id()))
          .findFirst()
          .ifPresent(other -> drawn.put(other.id(), other));
    }
    all.forEach(
        song -> {
          if (drawn.size() < MOST_SONGS) {
            drawn.putIfAbsent(song.id(), song);
          }
        });
    return List.copyOf(drawn.values());
  }

  /// What each encoder makes of these songs, by its name.
  ///
  /// @throws IllegalArgumentException if there are fewer than two songs
  public static Map<String, Figures> compare(
      List<CatalogueSong> songs, Map<String, TextEncoder> encoders) throws InterruptedException {
    SongPairs pairs = SongPairs.draw(songs.stream().map(CompareEncoders::labels).toList(), SEED);
    Map<String, Figures> figures = new LinkedHashMap<>();
    for (Map.Entry<String, TextEncoder> each : encoders.entrySet()) {
      List<float[]> vectors = vectors(songs, each.getValue());
      figures.put(
          each.getKey(),
          pairs.judge(
              pair -> Vectors.dot(vectors.get(pair.one()), vectors.get(pair.other())),
              new Bootstrap(SEED)));
    }
    return figures;
  }

  private static List<float[]> vectors(List<CatalogueSong> songs, TextEncoder encoder)
      throws InterruptedException {
    List<float[]> titles =
        encoder.encodeAll(songs.stream().map(song -> song.facts().named().title()).toList());
    List<CatalogueSong> sung = songs.stream().filter(song -> song.text().isPresent()).toList();
    List<float[]> words =
        encoder.encodeAll(sung.stream().flatMap(CompareEncoders::beginning).toList());
    Map<String, float[]> lyrics = new LinkedHashMap<>();
    for (int i = 0; i < sung.size(); i++) {
      lyrics.put(sung.get(i).id(), words.get(i));
    }
    List<float[]> vectors = new ArrayList<>();
    for (int i = 0; i < songs.size(); i++) {
      float[] title = titles.get(i);
      vectors.add(mean(title, lyrics.getOrDefault(songs.get(i).id(), title)));
    }
    return vectors;
  }

  private static Stream<String> beginning(CatalogueSong song) {
    return song.text().stream()
        .map(PackedText::text)
        .map(text -> text.substring(0, Math.min(text.length(), MOST_CHARACTERS)));
  }

  private static float[] mean(float[] one, float[] other) {
    float[] sum = new float[one.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = one[i] + other[i];
    }
    return Vectors.dot(sum, sum) > 0 ? Vectors.unit(sum) : one;
  }

  private static Labels labels(CatalogueSong song) {
    Set<String> tags =
        song.facts().tags().stream().map(SongFilter::folded).collect(Collectors.toSet());
    return new Labels(artist(song), tags);
  }

  private static String artist(CatalogueSong song) {
    return SongFilter.folded(song.facts().named().artist());
  }
}
