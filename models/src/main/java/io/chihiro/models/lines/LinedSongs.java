package io.chihiro.models.lines;

import io.chihiro.models.ByteVector;
import io.chihiro.models.PackedVectors;
import io.chihiro.models.TextEncoder;
import io.chihiro.models.lines.SongsByLines.Hit;
import io.chihiro.models.lines.SongsByLines.Score;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Songs by the vectors of their lines, searched as whoever asks for lines is answered.
///
/// @param lines of each song, by its id
public record LinedSongs(Map<String, PackedVectors> lines) {
  public LinedSongs {
    lines = Map.copyOf(lines);
  }

  /// How many lines there are.
  public long lineCount() {
    return lines.values().stream().mapToLong(PackedVectors::size).sum();
  }

  /// The songs that come first for what is looked for.
  public List<String> best(ByteVector asked, int limit) {
    SongsByLines<String> found = new SongsByLines<>(SongsByLines.FULL_FROM);
    lines.forEach(
        (song, own) -> {
          float[] similarities = own.dots(asked);
          for (int place = 0; place < similarities.length; place++) {
            found.offer(song, song, place, similarities[place]);
          }
        });
    return found.best(Score.SUM, limit).stream().map(Hit::id).toList();
  }

  /// The average precision at ten of each persona, by its text.
  ///
  /// @param asking what personas are read with
  public Map<String, Double> averagePrecisions(Collection<Persona> personas, TextEncoder asking)
      throws InterruptedException {
    List<Persona> all = List.copyOf(personas);
    List<float[]> vectors = asking.encodeAll(all.stream().map(Persona::text).toList());
    Map<String, Double> precisions = new TreeMap<>();
    for (int i = 0; i < all.size(); i++) {
      List<String> ranked = best(ByteVector.of(vectors.get(i)), AveragePrecision.DEPTH);
      precisions.put(all.get(i).text(), AveragePrecision.atTen(ranked, all.get(i).relevant()));
    }
    return precisions;
  }
}
