package io.chihiro.models.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chihiro.models.ByteVector;
import io.chihiro.models.InMemoryEncoder;
import io.chihiro.models.PackedVectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AveragePrecisionTest {
  private static final double EXACT = 1e-9;

  /// Right songs in places 1, 3 and 6, and one that is not found: (1/1 + 2/3 + 3/6) / 4.
  @Test
  void threeOfFourRightSongsAreAsCountedByHand() {
    List<String> ranked = List.of("a", "x", "b", "y", "z", "c", "w");

    assertEquals(
        0.541666666666667, AveragePrecision.atTen(ranked, Set.of("a", "b", "c", "d")), EXACT);
  }

  @Test
  void allRightSongsInFrontAreOneAndNoneIsNothing() {
    assertEquals(1, AveragePrecision.atTen(List.of("a", "b", "x"), Set.of("a", "b")), EXACT);
    assertEquals(0, AveragePrecision.atTen(List.of("x", "y"), Set.of("a")), EXACT);
    assertEquals(0, AveragePrecision.atTen(List.of(), Set.of("a")), EXACT);
  }

  /// Of twelve right songs no more than ten can be among the first ten.
  @Test
  void moreRightSongsThanPlacesStillMakeOne() {
    List<String> songs = IntStream.range(0, 12).mapToObj(i -> "song " + i).toList();

    assertEquals(1, AveragePrecision.atTen(songs, Set.copyOf(songs)), EXACT);
  }

  @Test
  void whatComesInTheEleventhPlaceIsNotSeen() {
    List<String> ranked = new ArrayList<>();
    IntStream.range(0, 10).forEach(i -> ranked.add("x" + i));
    ranked.add("a");

    assertEquals(0, AveragePrecision.atTen(ranked, Set.of("a")), EXACT);
  }

  @Test
  void personasAreAskedOfTheSongsAsWhoeverLooksForLinesIs() throws Exception {
    InMemoryEncoder encoder = new InMemoryEncoder("v", 64);
    LinedSongs songs =
        new LinedSongs(
            Map.of(
                "rain", lines(encoder, "rain on the roof", "rain again"),
                "ferry", lines(encoder, "the ferry leaves", "gulls over the ferry"),
                "train", lines(encoder, "a train in the night")));

    Map<String, Double> precisions =
        songs.averagePrecisions(
            List.of(
                new Persona("rain again", Set.of("rain")),
                new Persona("the ferry leaves", Set.of("train", "ferry"))),
            encoder);

    assertEquals(1, precisions.getOrDefault("rain again", 0.0), EXACT);
    assertEquals(
        "ferry", songs.best(ByteVector.of(encoder.encode("the ferry leaves")), 3).getFirst());
    assertEquals(5, songs.lineCount());
  }

  private static PackedVectors lines(InMemoryEncoder encoder, String... lines) {
    return PackedVectors.of(
        List.of(lines).stream().map(line -> ByteVector.of(encoder.encode(line))).toList());
  }
}
