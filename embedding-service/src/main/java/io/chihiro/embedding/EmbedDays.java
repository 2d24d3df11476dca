package io.chihiro.embedding;

import io.chihiro.door.Identity;
import io.chihiro.embedding.DayPassages.Stretch;
import io.chihiro.events.EventWriter;
import io.chihiro.events.Keys;
import io.chihiro.events.Moment;
import io.chihiro.events.Since;
import io.chihiro.events.TextEmbedded;
import io.chihiro.events.TextEmbedded.Passage;
import io.chihiro.events.TextHash;
import io.chihiro.events.Topics;
import io.chihiro.events.UnitVector;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.TextEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Encodes days under one version and makes their vectors safe.
final class EmbedDays {
  private final EventWriter vectors;
  private final EmbeddedTexts embedded;
  private final EmbeddingMeters meters;

  EmbedDays(EventWriter vectors, EmbeddedTexts embedded, EmbeddingMeters meters) {
    this.vectors = vectors;
    this.embedded = embedded;
    this.meters = meters;
  }

  /// Whether a day's text has no vectors yet under a version that answers its writer. What was
  /// learned from the diary of this machine's owner answers nobody else.
  boolean lacks(Moment day, String version) {
    boolean answers = version.equals(SentenceEncoder.VERSION) || day.user().equals(Identity.OWNER);
    return answers && !embedded.knows(day.key(), version, TextHash.of(day.text()));
  }

  /// Whether the text is the one that fresh days were last embedded from, by the version that ships
  /// with the program: an older text, or one that is not read yet, is not embedded again.
  boolean isPresent(Moment day, String base) {
    return embedded.knows(day.key(), base, TextHash.of(day.text()));
  }

  /// Encodes these days; when it returns, their vectors are safe.
  ///
  /// @throws EncoderFailedException if the encoder fails
  void embed(List<Moment> days, TextEncoder encoder) throws InterruptedException {
    embed(days, encoder, Map.of());
  }

  /// The same, of days whose text is new.
  ///
  /// @param photos since when the photos are known that they were read from, by day
  /// @throws EncoderFailedException if the encoder fails
  void embed(List<Moment> days, TextEncoder encoder, Map<String, Instant> photos)
      throws InterruptedException {
    List<List<Stretch>> stretches = new ArrayList<>();
    List<float[]> encoded = encode(days, stretches, encoder);
    int from = 0;
    for (int i = 0; i < days.size(); i++) {
      int to = from + stretches.get(i).size();
      Moment day = days.get(i);
      embedded.writes(day.key(), encoder.version(), TextHash.of(day.text()));
      write(
          vectors(day, encoder.version(), stretches.get(i), encoded.subList(from, to)),
          Optional.ofNullable(photos.get(day.key())));
      from = to;
    }
    vectors.flush();
    // Only what is safe is known: what a flush has lost is encoded again with its batch.
    days.forEach(day -> embedded.remember(day.key(), encoder.version(), TextHash.of(day.text())));
    meters.embedded(days.size(), encoded.size());
  }

  /// Forgets a day's vectors under a version; safe after the next flush.
  void forget(String day, String version) {
    embedded.forget(day, version);
    vectors.delete(Topics.VECTORS, Keys.of(Keys.user(day), Keys.rest(day), version));
  }

  private List<float[]> encode(
      List<Moment> days, List<List<Stretch>> stretches, TextEncoder encoder)
      throws InterruptedException {
    try {
      List<String> texts = new ArrayList<>();
      for (Moment day : days) {
        List<Stretch> cut = DayPassages.of(day.text(), encoder);
        stretches.add(cut);
        cut.forEach(stretch -> texts.add(stretch.span().of(day.text())));
      }
      return meters.time(() -> encoder.encodeAll(texts));
    } catch (RuntimeException e) {
      throw new EncoderFailedException(encoder.version(), e);
    }
  }

  private static TextEmbedded vectors(
      Moment day, String version, List<Stretch> stretches, List<float[]> encoded) {
    List<Passage> passages = new ArrayList<>();
    for (int i = 0; i < stretches.size(); i++) {
      Stretch stretch = stretches.get(i);
      passages.add(
          new Passage(
              stretch.grain(),
              stretch.span().start(),
              stretch.span().end(),
              UnitVector.of(encoded.get(i))));
    }
    return new TextEmbedded(day.user(), day.date(), version, TextHash.of(day.text()), passages);
  }

  private void write(TextEmbedded event, Optional<Instant> photo) {
    Map<String, String> headers = new HashMap<>();
    headers.put(TextEmbedded.HASH_HEADER, event.textHash());
    photo.ifPresent(at -> headers.putAll(Since.PHOTO.at(at)));
    vectors.write(Topics.VECTORS, event.key(), event, headers);
  }
}
