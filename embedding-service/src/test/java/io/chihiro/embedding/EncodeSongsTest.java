package io.chihiro.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.InMemoryEvents;
import io.chihiro.events.LyricsKept;
import io.chihiro.events.SongEmbedded;
import io.chihiro.events.SongEmbedded.Part;
import io.chihiro.events.TextHash;
import io.chihiro.events.Topics;
import io.chihiro.events.UnitVector;
import io.chihiro.models.InMemoryEncoder;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.TextEncoder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EncodeSongsTest {
  private static final String SONG = "owner/5b1c0a";
  private static final String OLDER = "older";
  private static final String PICTURES = "clip-1";

  private final InMemoryEvents events = new InMemoryEvents();
  private final EmbeddedTexts known = new EmbeddedTexts();

  /// Notes the most characters that it was given at once.
  private static final class MeasuredEncoder extends InMemoryEncoder {
    private int most;

    MeasuredEncoder() {
      super("songs", 32);
    }

    @Override
    public List<float[]> encodeAll(List<String> texts) throws InterruptedException {
      most = Math.max(most, texts.stream().mapToInt(String::length).sum());
      return super.encodeAll(texts);
    }
  }

  /// Fails, and quotes what it was given.
  private static final class FailingEncoder extends InMemoryEncoder {
    FailingEncoder() {
      super("songs", 32);
    }

    @Override
    public List<float[]> encodeAll(List<String> texts) {
      throw new IllegalArgumentException("cannot read " + texts);
    }
  }

  @Test
  void aFreshDayWaitsForNoMoreThanATurnHoweverLongASongIs() throws InterruptedException {
    String epic = epic();
    var encoder = new MeasuredEncoder();

    songs(encoder).encode(List.of(lyrics(epic, Part.LYRICS), lyrics(epic, Part.LINES)));

    assertTrue(epic.length() > 10 * EncodeSongs.CHARACTERS_A_TURN);
    assertTrue(encoder.most <= EncodeSongs.CHARACTERS_A_TURN, encoder.most + " in a turn");
    assertEquals(400, vectors(Part.LINES).orElseThrow().lines().size());
    assertTrue(vectors(Part.LYRICS).isPresent());
  }

  @Test
  void aSongThatHasGoneLosesItsVectorsOfOtherVersionsToo() {
    keep(Part.TITLE, OLDER);
    keep(Part.LYRICS, OLDER);

    songs(new MeasuredEncoder()).forget(SONG, Part.TITLE);

    assertEquals(
        Set.of(SongEmbedded.keyOf(SONG, Part.LYRICS, OLDER)),
        events.all(Topics.SONG_VECTORS).keySet());
    assertEquals(Set.of("lyrics/" + OLDER), known.versions(SONG));
  }

  @Test
  void whatAnOlderProgramMadeOfAPartGoesWhenItIsMadeAnew() throws InterruptedException {
    keep(Part.LYRICS, SentenceEncoder.ANY_INT8);
    keep(Part.TITLE, SentenceEncoder.ANY_INT8);
    keep(Part.LYRICS, PICTURES);

    songs(new MeasuredEncoder()).encode(List.of(lyrics("the sea", Part.LYRICS)));

    assertEquals(
        Set.of(
            SongEmbedded.keyOf(SONG, Part.LYRICS, SentenceEncoder.VERSION_INT8),
            SongEmbedded.keyOf(SONG, Part.TITLE, SentenceEncoder.ANY_INT8),
            SongEmbedded.keyOf(SONG, Part.LYRICS, PICTURES)),
        events.all(Topics.SONG_VECTORS).keySet());
  }

  @Test
  void anEncoderThatFailsSaysNothingOfTheText() {
    EncodeSongs failing = songs(new FailingEncoder());

    var told =
        assertThrows(
            EncoderFailedException.class,
            () -> failing.encode(List.of(lyrics("the day I wept", Part.LYRICS))));
    assertFalse((told.getMessage() + told.problem()).contains("wept"), told.problem());
  }

  private EncodeSongs songs(TextEncoder encoder) {
    var meters = new SongMeters(new SimpleMeterRegistry());
    return new EncodeSongs(
        encoder,
        SentenceEncoder.VERSION_INT8,
        events,
        known,
        meters,
        new FreshFirst(),
        EncodeSongs.CHARACTERS_A_TURN);
  }

  // Vectors of a version that was served before.
  private void keep(Part part, String version) {
    float[] numbers = new InMemoryEncoder(version, 32).encode("salt");
    String hash = TextHash.of("salt");
    var kept =
        new SongEmbedded(
            "owner", "5b1c0a", part, version, hash, Optional.of(UnitVector.of(numbers)), List.of());
    events.write(Topics.SONG_VECTORS, kept.key(), kept);
    known.note(SONG, part.word() + "/" + version, Optional.of(hash));
  }

  private Optional<SongEmbedded> vectors(Part part) {
    return events.all(Topics.SONG_VECTORS).values().stream()
        .filter(each -> each.part() == part)
        .findFirst();
  }

  private static SongText lyrics(String text, Part part) {
    return SongText.lyrics(LyricsKept.of("owner", "5b1c0a", text), part);
  }

  private static String epic() {
    StringBuilder epic = new StringBuilder();
    for (int line = 0; line < 1_000; line++) {
      epic.append("the sea of song ")
          .append(line)
          .append(' ')
          .append("is wide and grey and goes on and on ".repeat(2))
          .append('\n');
    }
    return epic.toString();
  }
}
