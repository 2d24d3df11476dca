package io.chihiro.embedding;

import io.chihiro.events.EventWriter;
import io.chihiro.events.SongEmbedded;
import io.chihiro.events.SongEmbedded.Part;
import io.chihiro.events.TextEmbedded;
import io.chihiro.events.Topics;
import io.chihiro.models.PassageSplitter.Span;
import io.chihiro.models.TextEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Encodes texts of songs and makes their vectors safe. What is done already is known by the
/// text's hash.
final class EncodeSongs {
  private final TextEncoder encoder;
  private final String version;
  private final EventWriter vectors;
  private final EmbeddedTexts embedded;
  private final SongMeters meters;

  /// @param version of the vectors that the encoder makes
  EncodeSongs(
      TextEncoder encoder,
      String version,
      EventWriter vectors,
      EmbeddedTexts embedded,
      SongMeters meters) {
    this.encoder = encoder;
    this.version = version;
    this.vectors = vectors;
    this.embedded = embedded;
    this.meters = meters;
  }

  /// Whether a text has no vectors yet.
  boolean lacks(SongText text) {
    return !embedded.knows(text.song(), version(text.part()), text.hash());
  }

  /// Encodes these texts; when it returns, their vectors are safe.
  void encode(List<SongText> texts) throws InterruptedException {
    List<List<Span>> stretches = texts.stream().map(text -> text.stretches(encoder)).toList();
    List<float[]> encoded = encoder.encodeAll(cut(texts, stretches));
    int from = 0;
    for (int i = 0; i < texts.size(); i++) {
      int to = from + stretches.get(i).size();
      write(texts.get(i), stretches.get(i), encoded.subList(from, to));
      from = to;
    }
    vectors.flush();
    // Only what is safe is known: what a flush has lost is encoded again with its batch.
    texts.forEach(text -> embedded.remember(text.song(), version(text.part()), text.hash()));
    texts.forEach(text -> meters.embedded(text.part(), version));
  }

  /// Forgets a part's vectors, also those that an encoder made which is gone; safe after the next
  /// flush.
  void forget(String song, Part part) {
    forget(song, part, version);
    embedded.versions(song).stream()
        .filter(each -> each.startsWith(part.word() + "/"))
        .map(each -> each.substring(part.word().length() + 1))
        .filter(each -> !each.equals(version))
        .forEach(each -> forget(song, part, each));
  }

  private void forget(String song, Part part, String made) {
    embedded.forget(song, part.word() + "/" + made);
    vectors.delete(Topics.SONG_VECTORS, SongEmbedded.keyOf(song, part, made));
  }

  private static List<String> cut(List<SongText> texts, List<List<Span>> stretches) {
    List<String> cut = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i).text();
      stretches.get(i).forEach(span -> cut.add(span.of(text)));
    }
    return cut;
  }

  private void write(SongText text, List<Span> stretches, List<float[]> encoded) {
    SongEmbedded event = text.embedded(version, stretches, encoded);
    embedded.writes(text.song(), version(text.part()), text.hash());
    vectors.write(
        Topics.SONG_VECTORS,
        event.key(),
        event,
        Map.of(TextEmbedded.HASH_HEADER, event.textHash()));
  }

  // What follows the song in the vectors' key.
  private String version(Part part) {
    return part.word() + "/" + version;
  }
}
