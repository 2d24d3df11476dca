package io.chihiro.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Fifty real listeners of Audioscrobbler, each as the artists that were played, the most played
/// first. An artist that is known under several numbers has the one that the data itself prefers.
final class ListenersArtists {
  private static final int FIELDS = 3;

  /// Most played first; of equals the lower number, which says nothing of the plays.
  private static final Comparator<Map.Entry<String, Long>> MOST_PLAYED_FIRST =
      Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
          .thenComparing(Map.Entry.comparingByKey());

  private ListenersArtists() {}

  /// Where the data lies, for a project at `root`.
  static Path folder(Path root) {
    return root.resolve("../shared/data/audioscrobbler-50").normalize();
  }

  /// Each listener's artists.
  static List<List<String>> read(Path folder) throws IOException {
    Map<String, String> aliases = aliases(folder.resolve("artist_alias_small.txt"));
    Map<String, Map<String, Long>> plays = new TreeMap<>();
    for (String line : Files.readAllLines(folder.resolve("user_artist_data_small.txt"))) {
      List<String> fields = List.of(line.split(" ", -1));
      if (fields.size() == FIELDS) {
        String artist = aliases.getOrDefault(fields.get(1), fields.get(1));
        plays
            .computeIfAbsent(fields.getFirst(), _ -> new HashMap<>())
            .merge(artist, Long.valueOf(fields.get(2)), Long::sum);
      }
    }
    return plays.values().stream().map(ListenersArtists::mostPlayedFirst).toList();
  }

  // Some rows lack the number that is replaced.
  private static Map<String, String> aliases(Path file) throws IOException {
    Map<String, String> aliases = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      List<String> fields = List.of(line.split("\t", -1));
      if (fields.size() == 2 && !fields.getFirst().isBlank()) {
        aliases.put(fields.getFirst(), fields.get(1));
      }
    }
    return aliases;
  }

  private static List<String> mostPlayedFirst(Map<String, Long> plays) {
    List<Map.Entry<String, Long>> artists = new ArrayList<>(plays.entrySet());
    artists.sort(MOST_PLAYED_FIRST);
    return artists.stream().map(Map.Entry::getKey).toList();
  }
}
