package io.chihiro.recommend.catalogue;

import io.chihiro.events.SongEmbedded.Line;
import io.chihiro.models.ByteVector;
import io.chihiro.models.PackedVectors;
import io.chihiro.models.PassageSplitter.Span;
import java.util.List;

/// The lines of a song's lyrics that can be looked for: where each lies, and its vector.
/// Immutable.
public final class SongLines {
  /// Of a song without any.
  public static final SongLines NONE = of(List.of());

  private final int[] starts;
  private final int[] ends;
  private final PackedVectors vectors;

  private SongLines(int[] starts, int[] ends, PackedVectors vectors) {
    this.starts = starts;
    this.ends = ends;
    this.vectors = vectors;
  }

  /// Where lines lie, without their vectors: they can be shown and not be compared.
  static SongLines placed(int[] starts, int[] ends) {
    return new SongLines(starts.clone(), ends.clone(), PackedVectors.of(List.of()));
  }

  /// The same lines with their vectors.
  SongLines with(List<ByteVector> compared) {
    return new SongLines(starts, ends, PackedVectors.of(compared));
  }

  /// As they travel.
  public static SongLines of(List<Line> lines) {
    return new SongLines(
        lines.stream().mapToInt(Line::start).toArray(),
        lines.stream().mapToInt(Line::end).toArray(),
        PackedVectors.of(
            lines.stream()
                .map(Line::vector)
                .map(vector -> ByteVector.of(vector.step(), vector.toArray()))
                .toList()));
  }

  /// How many there are.
  public int size() {
    return starts.length;
  }

  /// The vector of one of them.
  ByteVector vector(int place) {
    return vectors.get(place);
  }

  /// The cosine of each with a line that is looked for.
  float[] similarities(ByteVector line) {
    return vectors.dots(line);
  }

  /// Where one of them lies in the lyrics.
  Span span(int place) {
    return new Span(starts[place], ends[place]);
  }
}
