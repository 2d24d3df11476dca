package io.chihiro.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.Moment.SongPlays;
import io.chihiro.events.SongEmbedded.Line;
import io.chihiro.events.SongEmbedded.Part;
import io.chihiro.events.TextEmbedded.Grain;
import io.chihiro.events.TextEmbedded.Passage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksAtTheDoorTest {
  private static final UnitVector NORTH = UnitVector.of(new float[] {0, 1});

  @Test
  void aBlankUserIsRefused() {
    assertEquals("user must not be blank", refusal(() -> moment(" ", "A quiet day.")));
  }

  @Test
  void aUserWithASlashIsRefusedByEveryRecord() {
    String sentence = "user must not hold /";

    assertEquals(sentence, refusal(() -> moment("owner/2024-03-05", "A quiet day.")));
    assertEquals(sentence, refusal(() -> page("a/b", 1)));
    assertEquals(sentence, refusal(() -> play("a/b", 1)));
    assertEquals(sentence, refusal(() -> vectors("a/b", List.of(passage(0, 1)))));
    assertEquals(sentence, refusal(() -> Keys.of("a/b", "rest")));
  }

  @Test
  void aDayWithoutTextIsNoMoment() {
    assertEquals("text must not be blank", refusal(() -> moment("owner", "\n\t ")));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.1, -0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void aConfidenceLiesBetweenNoneAndFull(double value) {
    assertTrue(refusal(() -> new Confidence(value)).startsWith("confidence must lie between 0"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void playsArePositive(int plays) {
    Song song = Examples.SALT_WATER;

    assertEquals(
        "plays must be positive: " + plays,
        refusal(() -> new SongPlays(song, plays, Optional.empty())));
  }

  @Test
  void nothingLastsOrWeighsLessThanNothing() {
    assertEquals("msPlayed must not be negative: -1", refusal(() -> play("owner", -1)));
    assertEquals("bytes must not be negative: -1", refusal(() -> page("owner", -1)));
  }

  @Test
  void aPassageHoldsAtLeastOneCharacter() {
    assertEquals("passage must not be empty: 5..5", refusal(() -> passage(5, 5)));
    assertEquals("passage must not be empty: -1..5", refusal(() -> passage(-1, 5)));
    assertEquals("passages must not be empty", refusal(() -> vectors("owner", List.of())));
  }

  @Test
  void wholesAndLinesOfASongAreToldApart() {
    EightBitVector vector = EightBitVector.of(0.5f, new byte[] {2});
    Optional<UnitVector> north = Optional.of(NORTH);

    assertEquals(
        "whole must be given, but not beside lines",
        refusal(() -> songVectors(Part.TITLE, Optional.empty(), List.of())));
    assertEquals(
        "whole must be given, but not beside lines",
        refusal(() -> songVectors(Part.LINES, north, List.of())));
    assertEquals(
        "only lines have lines",
        refusal(() -> songVectors(Part.LYRICS, north, List.of(new Line(0, 1, vector)))));
    assertEquals("a line must not be empty: 5..5", refusal(() -> new Line(5, 5, vector)));
  }

  private static SongEmbedded songVectors(Part part, Optional<UnitVector> whole, List<Line> lines) {
    return new SongEmbedded("owner", "5b1c0a", part, "1", "hash", whole, lines);
  }

  @Test
  void anEightBitVectorHasAPositiveStepAndNumbers() {
    assertEquals("step must be positive: 0.0", refusal(() -> EightBitVector.of(0, new byte[1])));
    assertEquals("numbers must not be empty", refusal(() -> EightBitVector.of(1, new byte[0])));
    assertEquals(
        "a vector must hold its step and its numbers",
        refusal(() -> EightBitVector.decode("AAAAPw==")));
  }

  @Test
  void aVectorHasLengthOne() {
    assertTrue(
        refusal(() -> UnitVector.of(new float[] {1, 1})).startsWith("a unit vector must have"));
    assertTrue(refusal(() -> UnitVector.of(new float[0])).startsWith("a unit vector must have"));
    assertTrue(
        refusal(() -> UnitVector.of(new float[] {Float.NaN}))
            .startsWith("a unit vector must have"));
  }

  @Test
  void aVectorCannotBeChangedFromOutside() {
    float[] numbers = {0, 1};
    UnitVector vector = UnitVector.of(numbers);
    numbers[0] = 9;
    vector.toArray()[0] = 9;

    assertEquals(NORTH, vector);
    assertEquals(NORTH.hashCode(), vector.hashCode());
  }

  @Test
  void aSongIsTheSameInEverySpelling() {
    Song composed = new Song("Caf\u00e9  del Mar", "JOE");
    Song decomposed = new Song(" cafe\u0301 del mar", "Joe");

    assertEquals(composed.identity(), decomposed.identity());
    assertFalse(composed.identity().equals(new Song("Joe", "Café del Mar").identity()));
    assertEquals("title must not be blank", refusal(() -> new Song(" ", "Joe")));
    assertEquals("artist must not be blank", refusal(() -> new Song("Summer", "")));
  }

  @Test
  void lyricsAreNeverPrinted() {
    LyricsKept lyrics = LyricsKept.of("owner", "5b1c0a", "Salt on the window");

    assertEquals("LyricsKept " + TextHash.of("Salt on the window"), lyrics.toString());
    assertEquals("text must not be blank", refusal(() -> LyricsKept.of("owner", "5b1c0a", " ")));
  }

  @Test
  void aVocabularyHoldsEachWordOnceAndNoneThatIsBlank() {
    assertEquals(
        List.of("Lurdes", "Rua das Flores"),
        new Vocabulary(List.of(" Lurdes", "Rua das  Flores", "Lurdes")).words());
    assertEquals("a word must not be blank", refusal(() -> Vocabulary.NONE.with(" ")));
    assertEquals(
        "a word has at most 60 characters", refusal(() -> Vocabulary.NONE.with("x".repeat(61))));
  }

  @Test
  void aPriceIsNeverNegative() {
    assertEquals(
        "thousandPages must not be negative: -1.0",
        refusal(
            () -> new EnginesChosen.Prices(Optional.empty(), Optional.empty(), Optional.of(-1.0))));
  }

  private static String refusal(Executable record) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, record).getMessage());
  }

  private static Moment moment(String user, String text) {
    return new Moment(user, Examples.DAY, text, List.of());
  }

  private static Passage passage(int start, int end) {
    return new Passage(Grain.DAY, start, end, NORTH);
  }

  private static TextEmbedded vectors(String user, List<Passage> passages) {
    return new TextEmbedded(user, Examples.DAY, "1", "ab", passages);
  }

  private static PageScanned page(String user, long bytes) {
    return new PageScanned(
        user,
        "ab",
        "a.jpg",
        bytes,
        "jpeg",
        Optional.empty(),
        Optional.empty(),
        PageScanned.State.WAITING,
        List.of(),
        Optional.empty());
  }

  private static TrackPlayed play(String user, long msPlayed) {
    return new TrackPlayed(
        user,
        "1",
        Examples.SALT_WATER,
        Optional.empty(),
        Optional.empty(),
        Instant.EPOCH,
        msPlayed,
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        TrackPlayed.Source.SPOTIFY_ACCOUNT_DATA);
  }
}
