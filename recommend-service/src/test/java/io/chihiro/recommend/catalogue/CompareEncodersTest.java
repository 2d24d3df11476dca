package io.chihiro.recommend.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.Song;
import io.chihiro.events.TextHash;
import io.chihiro.models.InMemoryEncoder;
import io.chihiro.models.TextEncoder;
import io.chihiro.models.evaluation.SongPairs.Figures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CompareEncodersTest {
  /// A hundred artists with three songs each, who have a word of their own that they sing again and
  /// again.
  private static final List<CatalogueSong> SONGS =
      IntStream.range(0, 300).mapToObj(i -> song(i, i / 3)).toList();

  @Test
  void theSampleIsTheSameEachTimeAndHasPairsOfOneArtist() {
    List<CatalogueSong> sample = CompareEncoders.sample(SONGS);

    assertEquals(CompareEncoders.MOST_SONGS, sample.size());
    assertEquals(sample, CompareEncoders.sample(SONGS.reversed()));
    assertEquals(sample.size(), sample.stream().map(CatalogueSong::id).distinct().count());
    long artists = sample.stream().map(song -> song.facts().named().artist()).distinct().count();
    assertTrue(artists < sample.size() * 3 / 4, artists + " artists");
  }

  @Test
  void fewSongsAreAllOfTheSample() {
    assertEquals(
        Set.copyOf(SONGS.subList(0, 30)), Set.copyOf(CompareEncoders.sample(SONGS.subList(0, 30))));
  }

  @Test
  void theEncoderThatHearsWordsTellsArtistsApartAndOneThatHearsLengthsDoesNot() throws Exception {
    Map<String, TextEncoder> encoders = new LinkedHashMap<>();
    encoders.put("words", new InMemoryEncoder("words", 512));
    encoders.put("deaf", new Deaf());

    Map<String, Figures> figures = CompareEncoders.compare(CompareEncoders.sample(SONGS), encoders);

    assertEquals(List.of("words", "deaf"), List.copyOf(figures.keySet()));
    Figures words = Objects.requireNonNull(figures.get("words"));
    Figures deaf = Objects.requireNonNull(figures.get("deaf"));
    assertTrue(words.ofArtist().orElseThrow().nearer().low() > 0.9, words.toString());
    assertEquals(0.5, deaf.ofArtist().orElseThrow().nearer().value(), 1e-9);
    assertTrue(deaf.mean() > words.mean(), "a high mean is no merit");
    assertTrue(words.ofTag().isPresent());
  }

  private static CatalogueSong song(int number, int artist) {
    String title = "Song " + number;
    Song named = new Song(title, "Artist " + artist);
    SongFacts facts =
        new SongFacts(
            "song-" + number,
            named,
            Set.of(named.identity()),
            TextHash.of(title),
            Optional.empty(),
            List.of(artist % 2 == 0 ? "rock" : "folk"),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            true);
    String words = ("word" + artist + " line" + number + " ").repeat(5);
    return new CatalogueSong(
        facts,
        Optional.empty(),
        Optional.empty(),
        SongLines.NONE,
        number % 10 == 0 ? Optional.empty() : Optional.of(PackedText.of(words)));
  }

  /// To whom everything is the same.
  private static final class Deaf extends InMemoryEncoder {
    Deaf() {
      super("deaf", 8);
    }

    @Override
    public float[] encode(String text) {
      return super.encode("");
    }
  }
}
