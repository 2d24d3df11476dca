package io.chihiro.ingest;

import io.chihiro.events.Song;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/// Plays, title, artist and source id, each text with its length: read and written at every play.
final class DaySongSerde implements Serde<DaySong> {
  @Override
  public Serializer<DaySong> serializer() {
    return (_, song) -> song == null ? null : write(song);
  }

  @Override
  public Deserializer<DaySong> deserializer() {
    return (_, bytes) -> bytes == null ? null : read(bytes);
  }

  private static byte[] write(DaySong song) {
    var bytes = new ByteArrayOutputStream(96);
    try (var out = new DataOutputStream(bytes)) {
      out.writeInt(song.plays());
      text(out, song.song().title());
      text(out, song.song().artist());
      text(out, song.spotifyUri().orElse(""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static DaySong read(byte[] bytes) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int plays = in.readInt();
      Song song = new Song(text(in), text(in));
      return new DaySong(song, Optional.of(text(in)).filter(uri -> !uri.isEmpty()), plays);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }
}
