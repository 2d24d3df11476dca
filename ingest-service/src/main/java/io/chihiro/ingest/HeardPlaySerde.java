package io.chihiro.ingest;

import io.chihiro.events.Song;
import io.chihiro.events.TrackPlayed.Source;
import io.chihiro.events.TrackPlayed.Stamp;
import io.chihiro.ingest.listening.HeardPlay;
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

/// A play in a few bytes, each text with its length: written at every play.
final class HeardPlaySerde implements Serde<HeardPlay> {
  @Override
  public Serializer<HeardPlay> serializer() {
    return (_, play) -> play == null ? null : write(play);
  }

  @Override
  public Deserializer<HeardPlay> deserializer() {
    return (_, bytes) -> bytes == null ? null : read(bytes);
  }

  private static byte[] write(HeardPlay play) {
    var bytes = new ByteArrayOutputStream(160);
    try (var out = new DataOutputStream(bytes)) {
      out.writeLong(play.endSecond());
      out.writeLong(play.milliseconds());
      out.writeBoolean(play.skipped());
      text(out, play.source().name());
      text(out, play.stamp().name());
      text(out, play.play());
      text(out, play.song().title());
      text(out, play.song().artist());
      text(out, play.spotifyUri().orElse(""));
      text(out, play.country().orElse(""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static HeardPlay read(byte[] bytes) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      long endSecond = in.readLong();
      long milliseconds = in.readLong();
      boolean skipped = in.readBoolean();
      Source source = Source.valueOf(text(in));
      Stamp stamp = Stamp.valueOf(text(in));
      String play = text(in);
      Song song = new Song(text(in), text(in));
      return new HeardPlay(
          play,
          song,
          given(text(in)),
          endSecond,
          milliseconds,
          source,
          stamp,
          skipped,
          given(text(in)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> given(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeShort(bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readUnsignedShort()), StandardCharsets.UTF_8);
  }
}
