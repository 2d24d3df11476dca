package io.chihiro.bench;

import io.chihiro.events.EightBitVector;
import io.chihiro.events.KafkaEventWriter;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A catalogue as the last services of the flow know it: songs, their lyrics and the vectors of
/// both. A song's title and lines have one vector; how long reading takes does not depend on it.
///
/// @param count how many songs
/// @param lines of each
record GeneratedSongs(int count, int lines) {
  private static final String TITLE = "Song No. ";

  /// Writes them where ingest-service and embedding-service would have written them.
  void write(KafkaEventWriter writer) {
    String words = "A line of a song that nobody sings\n".repeat(lines).strip();
    new GeneratedVectors(count)
        .forEach((number, vector) -> write(writer, "s" + number, TITLE + number, words, vector));
    writer.flush();
  }

  private static void write(
      KafkaEventWriter writer, String id, String title, String words, float[] vector) {
    String user = GeneratedLife.OWNER;
    SongDescribed song = SongDescribed.listed(user, id, new Song(title, "The Harbour Lights"));
    LyricsKept lyrics = LyricsKept.of(user, id, words);
    writer.write(Topics.SONGS, song.key(), song);
    writer.write(Topics.LYRICS, lyrics.key(), lyrics);
    UnitVector whole = UnitVector.of(vector);
    write(writer, song, Part.TITLE, title, Optional.of(whole), List.of());
    write(writer, song, Part.LYRICS, words, Optional.of(whole), List.of());
    write(writer, song, Part.LINES, words, Optional.empty(), lines(words, vector));
  }

  private static void write(
      KafkaEventWriter writer,
      SongDescribed song,
      Part part,
      String text,
      Optional<UnitVector> whole,
      List<Line> lines) {
    SongEmbedded vectors =
        new SongEmbedded(
            song.user(),
            song.song(),
            part,
            SentenceEncoder.VERSION_INT8,
            TextHash.of(text),
            whole,
            lines);
    writer.write(Topics.SONG_VECTORS, vectors.key(), vectors);
  }

  private static List<Line> lines(String words, float[] vector) {
    ByteVector bytes = ByteVector.of(vector);
    EightBitVector small = EightBitVector.of(bytes.step(), bytes.toArray());
    List<Line> lines = new ArrayList<>();
    int start = 0;
    for (String line : words.split("\n", -1)) {
      lines.add(new Line(start, start + line.length(), small));
      start += line.length() + 1;
    }
    return lines;
  }
}
