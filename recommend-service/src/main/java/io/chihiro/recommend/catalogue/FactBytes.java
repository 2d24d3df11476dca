package io.chihiro.recommend.catalogue;

import io.chihiro.events.Song;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is told of a song as it lies in a file. Pure.
final class FactBytes {
  private FactBytes() {}

  static void write(DataOutputStream bytes, SongFacts song) throws IOException {
    writeText(bytes, song.id());
    writeText(bytes, song.named().title());
    writeText(bytes, song.named().artist());
    writeTexts(bytes, song.identities());
    writeText(bytes, song.titleHash());
    writeTexts(bytes, song.tags());
    writeTexts(bytes, song.featured());
    writeNumber(bytes, song.year().map(Integer::doubleValue));
    writeNumber(bytes, song.views().map(Long::doubleValue));
    writeNumber(bytes, song.valence());
    writeTexts(bytes, song.language().stream().toList());
    bytes.writeBoolean(song.onlyListed());
  }

  static SongFacts read(DataInputStream bytes) throws IOException {
    String id = readText(bytes);
    Song named = new Song(readText(bytes), readText(bytes));
    Set<String> identities = Set.copyOf(readTexts(bytes));
    String titleHash = readText(bytes);
    List<String> tags = readTexts(bytes);
    List<String> featured = readTexts(bytes);
    Optional<Integer> year = readNumber(bytes).map(Double::intValue);
    Optional<Long> views = readNumber(bytes).map(Double::longValue);
    Optional<Double> valence = readNumber(bytes);
    Optional<String> language = readTexts(bytes).stream().findFirst();
    return new SongFacts(
        id,
        named,
        identities,
        titleHash,
        year,
        tags,
        views,
        featured,
        language,
        valence,
        bytes.readBoolean());
  }

  /// A text of whatever length.
  static void writeText(DataOutputStream bytes, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    bytes.writeInt(utf8.length);
    bytes.write(utf8);
  }

  static String readText(DataInputStream bytes) throws IOException {
    return new String(bytes.readNBytes(bytes.readInt()), StandardCharsets.UTF_8);
  }

  private static void writeTexts(DataOutputStream bytes, Collection<String> texts)
      throws IOException {
    bytes.writeInt(texts.size());
    for (String text : texts) {
      writeText(bytes, text);
    }
  }

  private static List<String> readTexts(DataInputStream bytes) throws IOException {
    int count = bytes.readInt();
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(readText(bytes));
    }
    return List.copyOf(texts);
  }

  // What is not told is no number; years and views are far below what a double holds exactly.
  private static void writeNumber(DataOutputStream bytes, Optional<Double> number)
      throws IOException {
    bytes.writeDouble(number.orElse(Double.NaN));
  }

  private static Optional<Double> readNumber(DataInputStream bytes) throws IOException {
    double number = bytes.readDouble();
    return Double.isNaN(number) ? Optional.empty() : Optional.of(number);
  }
}
