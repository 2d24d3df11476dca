package io.chihiro.embedding;

import io.chihiro.events.EventWriter;
import io.chihiro.events.SongEmbedded;
import io.chihiro.events.SongEmbedded.Part;
import io.chihiro.events.TextEmbedded;
import io.chihiro.events.Topics;
import io.chihiro.models.PassageSplitter.Span;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.TextEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Encodes texts of songs, a turn at a time, and makes their vectors safe. What is done already is
/// known by the text's hash.
final class EncodeSongs {
  /// As much as a fresh day may have to wait for: a fifth of a second on two cores.
  static final int CHARACTERS_A_TURN = 8_000;

  /// The same of CLIP's text encoder, which has three times the weights, in full floats, and reads
  /// every line by itself.
  static final int CHARACTERS_A_TURN_FOR_PICTURES = 2_000;

  private final TextEncoder encoder;
  private final String version;
  private final EventWriter vectors;
  private final EmbeddedTexts embedded;
  private final SongMeters meters;
  private final FreshFirst turns;
  private final int charactersATurn;

  /// @param version of the vectors that the encoder makes
  /// @param charactersATurn after which whatever is fresh goes first
  EncodeSongs(
      TextEncoder encoder,
      String version,
      EventWriter vectors,
      EmbeddedTexts embedded,
      SongMeters meters,
      FreshFirst turns,
      int charactersATurn) {
    this.encoder = encoder;
    this.version = version;
    this.vectors = vectors;
    this.embedded = embedded;
    this.meters = meters;
    this.turns = turns;
    this.charactersATurn = charactersATurn;
  }

  /// Whether a text has no vectors yet.
  boolean lacks(SongText text) {
    return !embedded.knows(text.song(), version(text.part()), text.hash());
  }

  /// Encodes these texts; when it returns, their vectors are safe.
  ///
  /// @throws EncoderFailedException if the encoder fails
  void encode(List<SongText> texts) throws InterruptedException {
    List<List<Span>> stretches = new ArrayList<>();
    List<float[]> encoded = encode(texts, stretches);
    int from = 0;
    for (int i = 0; i < texts.size(); i++) {
      int to = from + stretches.get(i).size();
      write(texts.get(i), stretches.get(i), encoded.subList(from, to));
      from = to;
    }
    vectors.flush();
    // Only what is safe is known: what a flush has lost is encoded again with its batch.
    texts.forEach(text -> embedded.remember(text.song(), version(text.part()), text.hash()));
    texts.forEach(this::forgetOlder);
    texts.forEach(text -> meters.embedded(text.part(), version));
  }

  /// Forgets a part's vectors, also those that an encoder made which is gone; safe after the next
  /// flush.
  void forget(String song, Part part) {
    forget(song, part, version);
    others(song, part).forEach(each -> forget(song, part, each));
  }

  // What an older program made of it is asked by nobody any more.
  private void forgetOlder(SongText text) {
    if (version.equals(SentenceEncoder.VERSION_INT8)) {
      others(text.song(), text.part())
          .filter(each -> each.startsWith(SentenceEncoder.ANY_INT8))
          .forEach(each -> forget(text.song(), text.part(), each));
    }
  }

  // Versions of a part that other encoders made.
  private Stream<String> others(String song, Part part) {
    String before = part.word() + "/";
    return embedded.versions(song).stream()
        .filter(each -> each.startsWith(before))
        .map(each -> each.substring(before.length()))
        .filter(each -> !each.equals(version));
  }

  private void forget(String song, Part part, String made) {
    embedded.forget(song, part.word() + "/" + made);
    vectors.delete(Topics.SONG_VECTORS, SongEmbedded.keyOf(song, part, made));
  }

  private List<float[]> encode(List<SongText> texts, List<List<Span>> stretches)
      throws InterruptedException {
    try {
      texts.forEach(text -> stretches.add(text.stretches(encoder)));
      return inTurns(cut(texts, stretches));
    } catch (RuntimeException e) {
      throw new EncoderFailedException(version, e);
    }
  }

  // However long a song is, nobody fresh waits for more than a turn.
  private List<float[]> inTurns(List<String> cut) throws InterruptedException {
    List<float[]> encoded = new ArrayList<>();
    for (int from = 0; from < cut.size(); ) {
      List<String> some = cut.subList(from, turnsEnd(cut, from));
      turns.again(() -> encoded.addAll(encoder.encodeAll(some)));
      from += some.size();
    }
    return encoded;
  }

  private int turnsEnd(List<String> cut, int from) {
    int end = from;
    int characters = 0;
    while (end < cut.size() && characters + cut.get(end).length() <= charactersATurn) {
      characters += cut.get(end++).length();
    }
    return Math.max(end, from + 1);
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
