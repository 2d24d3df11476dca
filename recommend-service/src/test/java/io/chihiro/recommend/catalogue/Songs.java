package io.chihiro.recommend.catalogue;

import io.chihiro.events.EightBitVector;
import io.chihiro.events.Song;
import io.chihiro.events.SongEmbedded.Line;
import io.chihiro.events.TextHash;
import io.chihiro.models.ByteVector;
import io.chihiro.models.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Songs for tests, with vectors of two numbers.
final class Songs {
  static final ByteVector EAST = vector(1, 0);
  static final ByteVector NORTH = vector(0, 1);

  private Songs() {}

  /// A vector of length one in this direction.
  static ByteVector vector(double x, double y) {
    return ByteVector.of(Vectors.unit(new float[] {(float) x, (float) y}));
  }

  /// One whose cosine with [#EAST] is that.
  static ByteVector near(double cosine) {
    return vector(cosine, Math.sqrt(1 - cosine * cosine));
  }

  static SongFacts facts(String id, String title) {
    Song named = new Song(title, "The Harbour Lights");
    return new SongFacts(
        id,
        named,
        Set.of(named.identity()),
        TextHash.of(title),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        true);
  }

  static CatalogueSong song(
      String id, String title, Optional<ByteVector> ofTitle, Optional<ByteVector> ofLyrics) {
    return of(facts(id, title), ofTitle, ofLyrics);
  }

  static CatalogueSong of(
      SongFacts facts, Optional<ByteVector> ofTitle, Optional<ByteVector> ofLyrics) {
    return new CatalogueSong(facts, ofTitle, ofLyrics, SongLines.NONE, Optional.empty());
  }

  /// A song whose lines have these cosines with [#EAST] as a picture, the title's the last.
  static CatalogueSong pictured(String id, double ofTitle, double... cosines) {
    CatalogueSong song = withLines(id, cosines);
    return new CatalogueSong(
        song.facts(),
        Optional.empty(),
        Optional.empty(),
        SongLines.NONE,
        new PicturedSong(Optional.of(near(ofTitle)), song.lines()),
        song.text());
  }

  /// A song whose lines have these cosines with [#EAST]; each line says which it is.
  static CatalogueSong withLines(String id, double... cosines) {
    StringBuilder text = new StringBuilder();
    List<Line> lines = new ArrayList<>();
    for (double cosine : cosines) {
      ByteVector vector = near(cosine);
      int start = text.length();
      text.append("line ").append(lines.size()).append(" of ").append(id);
      lines.add(new Line(start, text.length(), EightBitVector.of(vector.step(), vector.toArray())));
      text.append("\nnever shown\n");
    }
    return new CatalogueSong(
        facts(id, "Song " + id),
        Optional.empty(),
        Optional.empty(),
        SongLines.of(lines),
        Optional.of(PackedText.of(text.toString())));
  }
}
