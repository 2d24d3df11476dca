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
import io.chihiro.models.ClipText;
import io.chihiro.models.LyricStretches;
import io.chihiro.models.PassageSplitter.Span;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.TextEncoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes songs with their words, and the vectors that these really have, as ingest-service and
/// embedding-service would.
///
/// @param forPictures the text half of the pair that pictures are looked for with
record SungSongs(EventWriter writer, TextEncoder encoder, ClipText forPictures) {
  /// Writes a song as both services would.
  void write(String user, String id, String title, Optional<Double> valence, String text)
      throws InterruptedException {
    var song =
        new SongDescribed(
            user,
            id,
            new Song(title, "The Harbour Lights"),
            List.of(),
            List.of(),
            Map.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            valence.map(glad -> Map.of("valence", glad)).orElse(Map.of()),
            true,
            Optional.empty());
    writer.write(Topics.SONGS, song.key(), song);
    write(user, id, Part.TITLE, title);
    if (!text.isEmpty()) {
      LyricsKept lyrics = LyricsKept.of(user, id, text);
      writer.write(Topics.LYRICS, lyrics.key(), lyrics);
      write(user, id, Part.LYRICS, text);
      write(user, id, Part.LINES, text);
    }
  }

  private void write(String user, String id, Part part, String text) throws InterruptedException {
    write(user, id, part, SentenceEncoder.VERSION_INT8, text, encoder);
    if (part != Part.LYRICS) {
      write(user, id, part, forPictures.version(), text, forPictures);
    }
  }

  private void write(
      String user, String id, Part part, String version, String text, TextEncoder encoder)
      throws InterruptedException {
    var vectors =
        new SongEmbedded(
            user,
            id,
            part,
            version,
            TextHash.of(text),
            part == Part.LINES
                ? Optional.empty()
                : Optional.of(UnitVector.of(encoder.encode(text))),
            part == Part.LINES
                ? LyricStretches.lines(text).stream()
                    .map(span -> line(span, text, encoder))
                    .toList()
                : List.of());
    writer.write(Topics.SONG_VECTORS, vectors.key(), vectors);
  }

  private static Line line(Span span, String text, TextEncoder encoder) {
    ByteVector vector = ByteVector.of(encoder.encode(span.of(text)));
    return new Line(span.start(), span.end(), EightBitVector.of(vector.step(), vector.toArray()));
  }
}
