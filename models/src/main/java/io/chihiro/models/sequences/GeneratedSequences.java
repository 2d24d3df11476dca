package io.chihiro.models.sequences;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Made-up playlists of songs that are known to belong together: each draws from one cluster, with
/// strays from all others and hits that are everywhere. The same seed makes the same ones.
///
/// @param clusters how many kinds of playlist there are
/// @param songs of each cluster
/// @param hits songs of no cluster that are in every kind of playlist
/// @param sequences how many playlists there are
/// @param length songs in each
/// @param strays share of songs drawn from any cluster
/// @param seed where all randomness begins
public record GeneratedSequences(
    int clusters, int songs, int hits, int sequences, int length, double strays, long seed) {
  /// One song in ten is a hit, where there are any.
  private static final double HIT_SHARE = 0.1;

  /// Small enough for a test, and as unfair as real lists: a fifth of each is strays.
  public static GeneratedSequences small(long seed) {
    return new GeneratedSequences(10, 30, 5, 600, 20, 0.2, seed);
  }

  /// As many playlists and songs as S2 had (10,738 and 9,148), about 6 million pairs.
  public static GeneratedSequences large(long seed) {
    return new GeneratedSequences(100, 91, 48, 10_738, 35, 0.2, seed);
  }

  /// The playlists, each as its songs in order.
  public List<List<String>> all() {
    Random random = new Random(seed);
    List<List<String>> all = new ArrayList<>();
    for (int i = 0; i < sequences; i++) {
      int cluster = i % clusters;
      all.add(IntStream.range(0, length).mapToObj(_ -> song(cluster, random)).toList());
    }
    return List.copyOf(all);
  }

  private String song(int cluster, Random random) {
    if (hits > 0 && random.nextDouble() < HIT_SHARE) {
      return "hit " + random.nextInt(hits);
    }
    int from = random.nextDouble() < strays ? random.nextInt(clusters) : cluster;
    return clusterName(from) + random.nextInt(songs);
  }

  private static String clusterName(int cluster) {
    return "cluster " + cluster + " song ";
  }

  /// The share of the nearest songs that is of the same cluster, over all songs of clusters.
  ///
  /// @param nearest how many neighbours are looked at
  public double purity(SequenceModel model, int nearest) {
    long pure = 0;
    for (int cluster = 0; cluster < clusters; cluster++) {
      for (int song = 0; song < songs; song++) {
        pure += ofCluster(clusterName(cluster), song, model, nearest);
      }
    }
    return pure / ((double) clusters * songs * nearest);
  }

  private static long ofCluster(String cluster, int song, SequenceModel model, int nearest) {
    return model.nearest(cluster + song, nearest).stream()
        .filter(near -> near.song().startsWith(cluster))
        .count();
  }
}
