package io.chihiro.embedding;

import io.chihiro.events.EightBitVector;
import io.chihiro.events.Keys;
import io.chihiro.events.LyricsKept;
import io.chihiro.events.SongDescribed;
import io.chihiro.events.SongEmbedded;
import io.chihiro.events.SongEmbedded.Line;
import io.chihiro.events.SongEmbedded.Part;
import io.chihiro.events.TextHash;
import io.chihiro.events.UnitVector;
import io.chihiro.models.ByteVector;
import io.chihiro.models.LyricStretches;
import io.chihiro.models.PassageSplitter.Span;
import io.chihiro.models.TextEncoder;
import io.chihiro.models.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A text of a song that vectors are made from. Pure.
///
/// @param song its key, `user/song`
/// @param part what of the song the vectors stand for
/// @param hash of the text
record SongText(String song, Part part, String text, String hash) {
  /// The title.
  static SongText title(SongDescribed song) {
    String title = song.named().title();
    return new SongText(song.key(), Part.TITLE, title, TextHash.of(title));
  }

  /// The lyrics, as a whole or by line.
  static SongText lyrics(LyricsKept lyrics, Part part) {
    return new SongText(lyrics.key(), part, lyrics.text(), lyrics.sha256());
  }

  /// What of the text is to be encoded; empty if it holds no line that is worth it.
  List<Span> stretches(TextEncoder encoder) {
    return switch (part) {
      case TITLE -> List.of(new Span(0, text.length()));
      case LYRICS -> LyricStretches.windows(text, encoder);
      case LINES -> LyricStretches.lines(text);
    };
  }

  /// The record of its vectors.
  ///
  /// @param stretches those that were encoded
  SongEmbedded embedded(String version, List<Span> stretches, List<float[]> encoded) {
    Optional<UnitVector> whole =
        part == Part.LINES ? Optional.empty() : Optional.of(UnitVector.of(mean(encoded)));
    List<Line> lines = part == Part.LINES ? lines(stretches, encoded) : List.of();
    return new SongEmbedded(Keys.user(song), Keys.rest(song), part, version, hash, whole, lines);
  }

  private static float[] mean(List<float[]> vectors) {
    if (vectors.size() == 1) {
      return vectors.getFirst();
    }
    float[] sum = new float[vectors.getFirst().length];
    for (float[] vector : vectors) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += vector[i];
      }
    }
    return Vectors.unit(sum);
  }

  private static List<Line> lines(List<Span> stretches, List<float[]> encoded) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < stretches.size(); i++) {
      ByteVector vector = ByteVector.of(encoded.get(i));
      Span line = stretches.get(i);
      lines.add(
          new Line(line.start(), line.end(), EightBitVector.of(vector.step(), vector.toArray())));
    }
    return lines;
  }
}
