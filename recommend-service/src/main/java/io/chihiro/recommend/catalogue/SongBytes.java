package io.chihiro.recommend.catalogue;

import io.chihiro.events.SongEmbedded.Part;
import io.chihiro.models.ByteVector;
import io.chihiro.recommend.catalogue.HeldSong.Lines;
import io.chihiro.recommend.catalogue.HeldSong.Lyrics;
import io.chihiro.recommend.catalogue.HeldSong.Whole;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// A song as it lies in a file: its id, what is told of it, and then what is heavier, so that
/// whoever wants the beginning reads no more. The vectors of its lines lie elsewhere. Pure.
final class SongBytes {
  private SongBytes() {}

  /// Reads one thing after the other.
  private interface Reading<T> {
    T from(DataInputStream bytes) throws IOException;
  }

  /// Writes one thing after the other.
  private interface Writing<T> {
    void into(DataOutputStream bytes, T thing) throws IOException;
  }

  static byte[] of(String id, HeldSong song) throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try (DataOutputStream bytes = new DataOutputStream(written)) {
      FactBytes.writeText(bytes, id);
      write(bytes, song.facts(), FactBytes::write);
      write(bytes, song.lyrics(), SongBytes::writeLyrics);
      write(bytes, song.whole(Part.TITLE), SongBytes::writeWhole);
      write(bytes, song.whole(Part.LYRICS), SongBytes::writeWhole);
      write(bytes, song.lines(), SongBytes::writeLines);
      write(bytes, song.picturedTitle(), SongBytes::writeWhole);
      write(bytes, song.picturedLines(), SongBytes::writeLines);
    }
    return written.toByteArray();
  }

  static String id(byte[] song) {
    return read(song, FactBytes::readText);
  }

  static Optional<SongFacts> facts(byte[] song) {
    return read(song, SongBytes::readFacts);
  }

  /// All but the vectors of its lines.
  static HeldSong song(byte[] song) {
    return read(song, SongBytes::readSong);
  }

  private static <T> T read(byte[] song, Reading<T> reading) {
    try (DataInputStream bytes = new DataInputStream(new ByteArrayInputStream(song))) {
      return reading.from(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("a song of the index cannot be read", e);
    }
  }

  private static Optional<SongFacts> readFacts(DataInputStream bytes) throws IOException {
    String _ = FactBytes.readText(bytes);
    return optional(bytes, FactBytes::read);
  }

  private static HeldSong readSong(DataInputStream bytes) throws IOException {
    Optional<SongFacts> facts = readFacts(bytes);
    Optional<Lyrics> lyrics = optional(bytes, SongBytes::readLyrics);
    Map<Part, Whole> wholes = new EnumMap<>(Part.class);
    optional(bytes, SongBytes::readWhole).ifPresent(title -> wholes.put(Part.TITLE, title));
    optional(bytes, SongBytes::readWhole).ifPresent(whole -> wholes.put(Part.LYRICS, whole));
    return new HeldSong(
        facts,
        lyrics,
        wholes,
        optional(bytes, SongBytes::readLines),
        optional(bytes, SongBytes::readWhole),
        optional(bytes, SongBytes::readLines));
  }

  private static <T> void write(DataOutputStream bytes, Optional<T> thing, Writing<T> writing)
      throws IOException {
    bytes.writeBoolean(thing.isPresent());
    if (thing.isPresent()) {
      writing.into(bytes, thing.get());
    }
  }

  private static <T> Optional<T> optional(DataInputStream bytes, Reading<T> reading)
      throws IOException {
    return bytes.readBoolean() ? Optional.of(reading.from(bytes)) : Optional.empty();
  }

  private static void writeLyrics(DataOutputStream bytes, Lyrics lyrics) throws IOException {
    FactBytes.writeText(bytes, lyrics.hash());
    writeBytes(bytes, lyrics.text().packed());
  }

  private static Lyrics readLyrics(DataInputStream bytes) throws IOException {
    return new Lyrics(FactBytes.readText(bytes), PackedText.ofPacked(readBytes(bytes)));
  }

  private static void writeWhole(DataOutputStream bytes, Whole whole) throws IOException {
    FactBytes.writeText(bytes, whole.hash());
    bytes.writeFloat(whole.vector().step());
    writeBytes(bytes, whole.vector().toArray());
  }

  private static Whole readWhole(DataInputStream bytes) throws IOException {
    String hash = FactBytes.readText(bytes);
    float step = bytes.readFloat();
    return new Whole(hash, ByteVector.of(step, readBytes(bytes)));
  }

  private static void writeLines(DataOutputStream bytes, Lines lines) throws IOException {
    FactBytes.writeText(bytes, lines.hash());
    bytes.writeInt(lines.lines().size());
    for (int place = 0; place < lines.lines().size(); place++) {
      bytes.writeInt(lines.lines().span(place).start());
      bytes.writeInt(lines.lines().span(place).end());
    }
  }

  private static Lines readLines(DataInputStream bytes) throws IOException {
    String hash = FactBytes.readText(bytes);
    int[] starts = new int[bytes.readInt()];
    int[] ends = new int[starts.length];
    for (int place = 0; place < starts.length; place++) {
      starts[place] = bytes.readInt();
      ends[place] = bytes.readInt();
    }
    return new Lines(hash, SongLines.placed(starts, ends));
  }

  private static void writeBytes(DataOutputStream bytes, byte[] some) throws IOException {
    bytes.writeInt(some.length);
    bytes.write(some);
  }

  private static byte[] readBytes(DataInputStream bytes) throws IOException {
    return bytes.readNBytes(bytes.readInt());
  }
}
