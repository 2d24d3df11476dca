package io.chihiro.models.sequences;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Songs by number, from 1; 0 is padding and stands for no song. The most frequent comes first.
public final class Vocabulary {
  /// No song.
  public static final int PADDING = 0;

  private static final Comparator<Map.Entry<String, Long>> MOST_FREQUENT_FIRST =
      Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
          .thenComparing(Map.Entry.comparingByKey());

  private final List<String> songs;
  private final long[] counts;
  private final Map<String, Integer> ids = new HashMap<>();
  private final long total;

  private Vocabulary(List<String> songs, long[] counts) {
    this.songs = List.copyOf(songs);
    this.counts = counts;
    long sum = 0;
    for (int i = 0; i < songs.size(); i++) {
      ids.put(songs.get(i), i + 1);
      sum += counts[i];
    }
    this.total = sum;
  }

  /// The songs of sequences.
  ///
  /// @param least songs that occur less often are left out
  public static Vocabulary of(Collection<List<String>> sequences, int least) {
    Map<String, Long> counted = new HashMap<>();
    for (List<String> sequence : sequences) {
      sequence.forEach(song -> counted.merge(song, 1L, Long::sum));
    }
    List<Map.Entry<String, Long>> kept = new ArrayList<>(counted.entrySet());
    kept.removeIf(song -> song.getValue() < least);
    kept.sort(MOST_FREQUENT_FIRST);
    return of(
        kept.stream().map(Map.Entry::getKey).toList(),
        kept.stream().mapToLong(Map.Entry::getValue).toArray());
  }

  /// Songs with their counts, in the order of their numbers.
  static Vocabulary of(List<String> songs, long[] counts) {
    return new Vocabulary(songs, counts);
  }

  /// How many songs; their numbers go from 1 up to this.
  public int size() {
    return songs.size();
  }

  /// A song's number; padding for one that is unknown.
  public int id(String song) {
    return ids.getOrDefault(song, PADDING);
  }

  /// The song of a number from 1.
  public String song(int id) {
    return songs.get(id - 1);
  }

  /// How often the song of a number from 1 occurs.
  public long count(int id) {
    return counts[id - 1];
  }

  /// How often songs occur in all.
  public long total() {
    return total;
  }
}
