package io.chihiro.recommend;

import io.chihiro.events.EightBitVector;
import io.chihiro.events.EventWriter;
import io.chihiro.events.LyricsKept;
import io.chihiro.events.Song;
import io.chihiro.events.SongDescribed;
import io.chihiro.events.SongEmbedded;
import io.chihiro.events.SongEmbedded.Line;
import io.chihiro.events.SongEmbedded.Part;
import io.chihiro.events.TextHash;
import io.chihiro.events.Topics;
import io.chihiro.events.UnitVector;
import io.chihiro.models.ByteVector;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.Vectors;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Writes songs that nobody sings, with vectors that mean nothing, as ingest-service and
/// embedding-service write real ones.
final class MadeUpSongs {
  /// The encoder that pictures are looked for with, if it is asked for.
  static final String PAIR = "clip-1";

  private static final int FLUSHED = 1_000;

  private final Random random = new Random(11);
  private final EventWriter writer;
  private final int width;
  private final int lines;

  /// @param width numbers in a vector
  /// @param lines of each song
  MadeUpSongs(EventWriter writer, int width, int lines) {
    this.writer = writer;
    this.width = width;
    this.lines = lines;
  }

  static String id(int song) {
    return "s%06d".formatted(song);
  }

  /// Writes those from one number up to another.
  void write(String user, int from, int to) throws InterruptedException {
    for (int song = from; song < to; song++) {
      write(user, song);
      if (song % FLUSHED == 0) {
        writer.flush();
      }
    }
    writer.flush();
  }

  void delete(String user, int song) throws InterruptedException {
    String key = user + "/" + id(song);
    writer.delete(Topics.SONGS, key);
    writer.delete(Topics.LYRICS, key);
    for (Part part : Part.values()) {
      writer.delete(
          Topics.SONG_VECTORS, SongEmbedded.keyOf(key, part, SentenceEncoder.VERSION_INT8));
      writer.delete(Topics.SONG_VECTORS, SongEmbedded.keyOf(key, part, PAIR));
    }
    writer.flush();
  }

  /// Writes what pictures find those songs by, from one number up to another.
  void writeForPictures(String user, int from, int to) throws InterruptedException {
    for (int number = from; number < to; number++) {
      SongDescribed song = described(user, id(number), "Song " + number);
      vectors(song, Part.TITLE, PAIR, song.named().title());
      vectors(song, Part.LINES, PAIR, words(number));
    }
    writer.flush();
  }

  private String words(int number) {
    return IntStream.range(0, lines)
        .mapToObj(line -> "line %d of %d".formatted(line, number))
        .collect(Collectors.joining("\n"));
  }

  private void write(String user, int number) throws InterruptedException {
    SongDescribed song = described(user, id(number), "Song " + number);
    String words = words(number);
    LyricsKept lyrics = LyricsKept.of(user, song.song(), words);
    writer.write(Topics.SONGS, song.key(), song);
    writer.write(Topics.LYRICS, lyrics.key(), lyrics);
    vectors(song, Part.TITLE, SentenceEncoder.VERSION_INT8, song.named().title());
    vectors(song, Part.LYRICS, SentenceEncoder.VERSION_INT8, words);
    vectors(song, Part.LINES, SentenceEncoder.VERSION_INT8, words);
  }

  private void vectors(SongDescribed song, Part part, String version, String text)
      throws InterruptedException {
    boolean whole = part != Part.LINES;
    var vectors =
        new SongEmbedded(
            song.user(),
            song.song(),
            part,
            version,
            TextHash.of(text),
            whole ? Optional.of(UnitVector.of(unit())) : Optional.empty(),
            whole ? List.of() : lines(text));
    writer.write(Topics.SONG_VECTORS, vectors.key(), vectors);
  }

  private List<Line> lines(String text) {
    int each = (text.length() + 1) / lines;
    return IntStream.range(0, lines)
        .mapToObj(line -> line(line * each, Math.min(text.length(), line * each + each - 1)))
        .toList();
  }

  private Line line(int start, int end) {
    ByteVector vector = ByteVector.of(unit());
    return new Line(start, end, EightBitVector.of(vector.step(), vector.toArray()));
  }

  private float[] unit() {
    float[] numbers = new float[width];
    for (int i = 0; i < width; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return Vectors.unit(numbers);
  }

  private static SongDescribed described(String user, String id, String title) {
    return SongDescribed.listed(user, id, new Song(title, "The Harbour Lights"));
  }
}
