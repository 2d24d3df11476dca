package io.chihiro.recommend.catalogue;

import io.chihiro.events.EightBitVector;
import io.chihiro.events.LyricsKept;
import io.chihiro.events.Song;
import io.chihiro.events.SongDescribed;
import io.chihiro.events.SongEmbedded;
import io.chihiro.events.SongEmbedded.Line;
import io.chihiro.events.SongEmbedded.Part;
import io.chihiro.events.TextHash;
import io.chihiro.events.UnitVector;
import io.chihiro.models.ByteVector;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Songs that nobody sings, as topics tell of them.
final class ToldSongs {
  static final String PAIR = "clip-1";
  static final int LINES = 3;

  /// Pictures and sentences have vectors of their own.
  static final int SEEN_WIDTH = 16;

  static final int WIDTH = 32;

  private ToldSongs() {}

  static String id(int song) {
    return "s%04d".formatted(song);
  }

  static String title(int song) {
    return "Song of " + song % 40;
  }

  static String words(int song) {
    return "line one of %04d\nline two of %04d\nthe third line".formatted(song, song);
  }

  static String rest(Part part) {
    return part.word() + "/" + SentenceEncoder.VERSION_INT8;
  }

  static String seen(Part part) {
    return part.word() + "/" + PAIR;
  }

  static int seenSeed(String song, String text) {
    return ("seen" + song + text).hashCode();
  }

  static Optional<SongEmbedded> seenVectors(String song, Part part, String text) {
    return vectors(song, part, text, new Random(seenSeed(song, text)), SEEN_WIDTH);
  }

  static ByteVector vector(int seed) {
    float[] numbers = new float[WIDTH];
    numbers[seed % WIDTH] = 1;
    return ByteVector.of(numbers);
  }

  static float[] unit(Random from, int width) {
    float[] numbers = new float[width];
    for (int i = 0; i < width; i++) {
      numbers[i] = (float) from.nextGaussian();
    }
    return Vectors.unit(numbers);
  }

  // The same text has the same vectors.
  static Optional<SongEmbedded> vectors(String song, Part part, String text) {
    return vectors(song, part, text, new Random((song + text).hashCode()), WIDTH);
  }

  static Optional<SongEmbedded> vectors(
      String song, Part part, String text, Random own, int width) {
    List<Line> lines = new ArrayList<>();
    for (int line = 0; part == Part.LINES && line < LINES; line++) {
      ByteVector vector = ByteVector.of(unit(own, width));
      lines.add(
          new Line(line * 17, line * 17 + 12, EightBitVector.of(vector.step(), vector.toArray())));
    }
    return Optional.of(
        new SongEmbedded(
            "owner",
            song,
            part,
            SentenceEncoder.VERSION_INT8,
            TextHash.of(text),
            part == Part.LINES ? Optional.empty() : Optional.of(UnitVector.of(unit(own, width))),
            lines));
  }

  static Optional<LyricsKept> lyrics(String song, String text) {
    return Optional.of(LyricsKept.of("owner", song, text));
  }

  static Optional<SongDescribed> described(String id, String title) {
    return Optional.of(
        new SongDescribed(
            "owner",
            id,
            new Song(title, "The Harbour Lights"),
            List.of(),
            List.of(),
            Map.of(),
            Optional.of(1990),
            List.of("rock"),
            Optional.empty(),
            List.of(),
            Optional.of("en"),
            Map.of("valence", 0.5),
            true,
            Optional.empty()));
  }
}
