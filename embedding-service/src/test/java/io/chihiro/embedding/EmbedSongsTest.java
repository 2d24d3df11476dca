package io.chihiro.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.EventWriter;
import io.chihiro.events.InMemoryEvents;
import io.chihiro.events.LyricsKept;
import io.chihiro.events.Rejected;
import io.chihiro.events.Song;
import io.chihiro.events.SongDescribed;
import io.chihiro.events.SongEmbedded;
import io.chihiro.events.SongEmbedded.Line;
import io.chihiro.events.SongEmbedded.Part;
import io.chihiro.events.TextHash;
import io.chihiro.events.Topic;
import io.chihiro.events.Topics;
import io.chihiro.events.UnitVector;
import io.chihiro.events.Wire;
import io.chihiro.metrics.SearchMetric;
import io.chihiro.models.ByteVector;
import io.chihiro.models.InMemoryEncoder;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.TextEncoder;
import io.chihiro.models.Vectors;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class EmbedSongsTest {
  private static final String TEXT =
      "Salt on the window,\nsalt on the stair.\n\nSalt on the window";
  private static final String SONG = "owner/5b1c0a";
  private static final String CLIP = "clip-0123456789abcdef";

  private final InMemoryEvents events = new InMemoryEvents();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final TextEncoder encoder = new InMemoryEncoder("songs", 32);
  private final FreshFirst turns = new FreshFirst();
  private final GoesFirst wholes = new GoesFirst();
  private final GoesFirst lines = new GoesFirst();
  private final EmbedSongs step = step(events, new EmbeddedTexts());

  @Test
  void aSongBecomesTheVectorOfItsTitle() throws Exception {
    step.handleWholes(List.of(song("Salt Water")));

    SongEmbedded title = vectors(Part.TITLE).orElseThrow();
    assertEquals(TextHash.of("Salt Water"), title.textHash());
    assertEquals(SentenceEncoder.VERSION_INT8, title.modelVersion());
    assertEquals(UnitVector.of(encoder.encode("Salt Water")), title.whole().orElseThrow());
    assertEquals(List.of(), title.lines());
  }

  @Test
  void lyricsBecomeTheVectorOfTheWhole() throws Exception {
    step.handleWholes(List.of(lyrics(TEXT)));

    SongEmbedded whole = vectors(Part.LYRICS).orElseThrow();
    assertEquals(TextHash.of(TEXT), whole.textHash());
    assertEquals(UnitVector.of(encoder.encode(TEXT)), whole.whole().orElseThrow());
    assertTrue(vectors(Part.LINES).isEmpty(), "lines come apart");
  }

  @Test
  void longLyricsAreTheMeanOfTheirWindows() throws Exception {
    String first = words("sea", 200);
    String second = words("land", 200);
    step.handleWholes(List.of(lyrics(first + " " + second)));

    float[] a = encoder.encode(first);
    float[] b = encoder.encode(second);
    float[] sum = new float[a.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = a[i] + b[i];
    }
    assertEquals(
        UnitVector.of(Vectors.unit(sum)), vectors(Part.LYRICS).orElseThrow().whole().orElseThrow());
  }

  @Test
  void lyricsBecomeAVectorForEveryLineOnce() throws Exception {
    step.handleLines(List.of(lyrics(TEXT)));

    List<Line> lines = vectors(Part.LINES).orElseThrow().lines();
    assertEquals(
        List.of("Salt on the window,", "salt on the stair."),
        lines.stream().map(line -> TEXT.substring(line.start(), line.end())).toList());
    ByteVector first = ByteVector.of(encoder.encode("Salt on the window,"));
    assertEquals(first.step(), lines.getFirst().vector().step());
    assertEquals(List.of(), bytesThatDiffer(first.toArray(), lines.getFirst().vector().toArray()));
  }

  @Test
  void lyricsWithoutALineThatIsWorthItAreDoneAllTheSame() throws Exception {
    step.handleLines(List.of(lyrics("Oh!")));
    step.handleLines(List.of(lyrics("Oh!")));

    assertEquals(List.of(), vectors(Part.LINES).orElseThrow().lines());
    assertEquals(1, embedded(Part.LINES));
  }

  @Test
  void whatIsKnownByItsTextIsNotEncodedTwice() throws Exception {
    for (int i = 0; i < 2; i++) {
      step.handleWholes(List.of(song("Salt Water"), lyrics(TEXT)));
      step.handleLines(List.of(lyrics(TEXT)));
    }

    assertEquals(1, embedded(Part.TITLE));
    assertEquals(1, embedded(Part.LYRICS));
    assertEquals(1, embedded(Part.LINES));
  }

  @Test
  void otherWordsGetOtherVectors() throws Exception {
    step.handleWholes(List.of(lyrics(TEXT)));
    step.handleWholes(List.of(lyrics("Nothing of the kind.")));

    assertEquals(
        TextHash.of("Nothing of the kind."), vectors(Part.LYRICS).orElseThrow().textHash());
  }

  @Test
  void aSongThatHasGoneLosesItsVectors() throws Exception {
    step.handleWholes(List.of(song("Salt Water"), lyrics(TEXT)));
    step.handleLines(List.of(lyrics(TEXT)));
    step.handleWholes(List.of(gone(Topics.SONGS), gone(Topics.LYRICS)));
    step.handleLines(List.of(gone(Topics.LYRICS)));

    assertEquals(Map.of(), events.all(Topics.SONG_VECTORS));
  }

  @Test
  void lyricsThatComeBackAreEncodedAgain() throws Exception {
    step.handleWholes(List.of(lyrics(TEXT)));
    step.handleWholes(List.of(gone(Topics.LYRICS)));
    step.handleWholes(List.of(lyrics(TEXT)));

    assertTrue(vectors(Part.LYRICS).isPresent());
  }

  @Test
  void aRecordThatCannotBeReadGoesAsideOnceAndTheBatchGoesOn() throws Exception {
    byte[] poison = "{\"text\": \"the day I wept\"".getBytes(StandardCharsets.UTF_8);
    var broken = new ConsumerRecord<>(Topics.LYRICS.name(), 0, 0, SONG, poison);
    step.handleWholes(List.of(broken, song("Salt Water")));
    step.handleLines(List.of(broken));

    Rejected rejected = events.get(Topics.EMBEDDING_REJECTED, SONG).orElseThrow();
    assertEquals("lyrics", rejected.topic());
    assertFalse(rejected.reason().contains("wept"), rejected.reason());
    assertTrue(vectors(Part.TITLE).isPresent());
  }

  @Test
  void vectorsLostOnTheWayToTheBrokerAreMadeAgain() throws Exception {
    var unsafe = new LosingEvents(events);
    EmbedSongs writing = step(unsafe, new EmbeddedTexts());
    var batch = List.of(song("Salt Water"));

    assertThrows(IllegalStateException.class, () -> writing.handleWholes(batch));
    unsafe.mend();
    writing.handleWholes(batch);

    assertTrue(vectors(Part.TITLE).isPresent());
  }

  @Test
  void aCatalogueIsTakenInTurnsSoThatADayNeedNotWaitForAllOfIt() throws Exception {
    List<ConsumerRecord<String, byte[]>> batch =
        IntStream.range(0, 20).mapToObj(i -> lyrics("s" + i, words("sea" + i, 900))).toList();
    step.handleWholes(batch);

    assertEquals(20, events.all(Topics.SONG_VECTORS).size());
    assertTrue(events.flushes() > 3, events.flushes() + " turns");
  }

  @Test
  @Timeout(20)
  void linesWaitForWholes() throws Exception {
    var begun = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    Thread whole =
        Thread.startVirtualThread(() -> uninterrupted(() -> wholes.run(() -> gate(begun, end))));
    begun.await();
    Thread lines =
        Thread.startVirtualThread(
            () -> uninterrupted(() -> step.handleLines(List.of(lyrics(TEXT)))));
    lines.join(300);
    assertTrue(vectors(Part.LINES).isEmpty());

    end.countDown();
    whole.join();
    lines.join();
    assertTrue(vectors(Part.LINES).isPresent());
  }

  @Test
  void forPicturesTitlesAndLinesGetVectorsUnderTheirOwnVersion() throws Exception {
    forPictures(new EmbeddedTexts()).handleForPictures(List.of(song("Salt Water"), lyrics(TEXT)));

    assertEquals(2, events.all(Topics.SONG_VECTORS).size());
    assertEquals(
        2,
        events
            .get(Topics.SONG_VECTORS, SongEmbedded.keyOf(SONG, Part.LINES, CLIP))
            .orElseThrow()
            .lines()
            .size());
    assertEquals(0, embedded(Part.LINES), "nobody who looks for lines finds these");
    assertTrue(vectors(Part.LINES).isEmpty());
  }

  @Test
  void aSongThatHasGoneLosesWhatAnEncoderMadeThatIsGoneToo() throws Exception {
    var known = new EmbeddedTexts();
    forPictures(known).handleForPictures(List.of(song("Salt Water"), lyrics(TEXT)));
    EmbedSongs without = step(events, known);
    without.handleWholes(List.of(gone(Topics.SONGS), gone(Topics.LYRICS)));
    without.handleLines(List.of(gone(Topics.LYRICS)));

    assertEquals(Map.of(), events.all(Topics.SONG_VECTORS));
  }

  @Test
  @Timeout(20)
  void picturesWaitForLines() throws Exception {
    var begun = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    Thread line =
        Thread.startVirtualThread(() -> uninterrupted(() -> lines.run(() -> gate(begun, end))));
    begun.await();
    EmbedSongs pictures = forPictures(new EmbeddedTexts());
    Thread picture =
        Thread.startVirtualThread(
            () -> uninterrupted(() -> pictures.handleForPictures(List.of(lyrics(TEXT)))));
    picture.join(300);
    assertEquals(Map.of(), events.all(Topics.SONG_VECTORS));

    end.countDown();
    line.join();
    picture.join();
    assertEquals(1, events.all(Topics.SONG_VECTORS).size());
  }

  private static void gate(CountDownLatch begun, CountDownLatch end) throws InterruptedException {
    begun.countDown();
    end.await();
  }

  private static void uninterrupted(FreshFirst.Turn work) {
    try {
      work.run();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private EmbedSongs step(EventWriter writer, EmbeddedTexts known) {
    var told = new SongMeters(meters);
    return new EmbedSongs(
        new EncodeSongs(
            encoder,
            SentenceEncoder.VERSION_INT8,
            writer,
            known,
            told,
            turns,
            EncodeSongs.CHARACTERS_A_TURN),
        writer,
        told,
        wholes,
        lines);
  }

  private EmbedSongs forPictures(EmbeddedTexts known) {
    var told = new SongMeters(meters);
    return new EmbedSongs(
        new EncodeSongs(
            encoder, CLIP, events, known, told, turns, EncodeSongs.CHARACTERS_A_TURN_FOR_PICTURES),
        events,
        told,
        wholes,
        lines);
  }

  private double embedded(Part part) {
    return meters
        .get(SearchMetric.SONGS_EMBEDDED.title())
        .tag("part", part.word())
        .counter()
        .count();
  }

  private Optional<SongEmbedded> vectors(Part part) {
    return events.get(
        Topics.SONG_VECTORS, SongEmbedded.keyOf(SONG, part, SentenceEncoder.VERSION_INT8));
  }

  private static List<Integer> bytesThatDiffer(byte[] one, byte[] other) {
    return IntStream.range(0, one.length).filter(i -> one[i] != other[i]).boxed().toList();
  }

  private static String words(String word, int count) {
    return IntStream.range(0, count).mapToObj(_ -> word).collect(Collectors.joining(" "));
  }

  private static ConsumerRecord<String, byte[]> song(String title) {
    var song = SongDescribed.listed("owner", "5b1c0a", new Song(title, "The Harbour Lights"));
    return new ConsumerRecord<>(
        Topics.SONGS.name(), 0, 0, song.key(), Wire.write(song.key(), song));
  }

  private static ConsumerRecord<String, byte[]> lyrics(String text) {
    return lyrics("5b1c0a", text);
  }

  private static ConsumerRecord<String, byte[]> lyrics(String song, String text) {
    LyricsKept lyrics = LyricsKept.of("owner", song, text);
    return new ConsumerRecord<>(
        Topics.LYRICS.name(), 0, 0, lyrics.key(), Wire.write(lyrics.key(), lyrics));
  }

  private static ConsumerRecord<String, byte[]> gone(Topic<?> topic) {
    return new ConsumerRecord<>(topic.name(), 0, 0, SONG, null);
  }
}
