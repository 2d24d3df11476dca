package io.chihiro.recommend.catalogue;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chihiro.events.EightBitVector;
import io.chihiro.events.SongEmbedded.Line;
import io.chihiro.models.ByteVector;
import io.chihiro.models.LyricStretches;
import io.chihiro.models.PassageSplitter.Span;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.SentenceEncoder.Precision;
import io.chihiro.models.lines.SongsByLines.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/// Old songs, asked for in today's words.
class ShantiesTest {
  private static final int ENOUGH = 16;

  private static final Map<String, String> ASKED =
      Map.ofEntries(
          entry(
              "ways to punish somebody who is too drunk to work at dawn",
              "What Do You Do With a Drunken Sailor?"),
          entry("the boy asks his captain what he gets for sinking the enemy", "The Golden Vanity"),
          entry(
              "I killed somebody at sea and let him lie in his blood",
              "The Ballad Of Captain Kidd"),
          entry("alcohol killed my family and still I want more of it", "Whiskey-o, Johnny-o"),
          entry("an immigrant labourer laying train tracks", "Paddy on the Railway"),
          entry("a warship built in England and sunk near France", "Roll Alabama Roll"),
          entry("I wasted all my money on booze and cigarettes", "All For Me Grog"),
          entry(
              "our boat was overturned and several men drowned but we missed the animal",
              "Greenland Whale Fisheries"),
          entry("women in New England do their hair with fish skeletons", "Cape Cod Girls"),
          entry(
              "time to quit this awful job now that the trip is finished",
              "Leave Her, Johnny, Leave Her"),
          entry(
              "I am not sad to go from this city, only to part from my girlfriend",
              "The Leaving Of Liverpool"),
          entry("a big fish tore the poor man's head off", "Ben Backstay"),
          entry("a fish woman grooming herself appears before the shipwreck", "The Mermaid"),
          entry("guess what strange things they were served for dinner", "Congo River"),
          entry("in a dream I understood that my sweetheart had died", "Lowlands Away"),
          entry("goodbye to the women of Madrid, we go back to Britain", "Spanish Ladies"),
          entry("the Mexican general with a false leg", "Santiano"),
          entry("my home country is full of insects", "South Australia"),
          entry("no work now, it is a day off", "John Kanaka"),
          entry(
              "even close friends have to say goodbye some day", "Don't Forget Your Old Shipmate"));

  @Test
  void theRightShantyIsAmongTheFirstThree(TestReporter reporter) throws Exception {
    Path file =
        Path.of(System.getProperty("chihiro.root", ".."))
            .resolve("../shared/data/lyrics-shanties/shanties.jsonl");
    assumeTrue(Files.exists(file), "there is no ../shared/data/lyrics-shanties beside the project");
    try (SentenceEncoder encoder = new SentenceEncoder(Precision.INT8, 2)) {
      List<CatalogueSong> songs = songs(file, encoder);
      SortedMap<String, Integer> places = new TreeMap<>();
      for (Map.Entry<String, String> asked : ASKED.entrySet()) {
        places.put(asked.getValue(), place(songs, encoder, asked.getKey(), asked.getValue()));
      }
      reporter.publishEntry(places.toString());
      long right = places.values().stream().filter(place -> place >= 1 && place <= 3).count();
      assertTrue(right >= ENOUGH, right + " of " + ASKED.size() + ": " + places);
    }
  }

  /// From 1; 0 if it is not found at all.
  private static int place(
      List<CatalogueSong> songs, SentenceEncoder encoder, String asked, String title) {
    ByteVector line = ByteVector.of(encoder.encode(asked));
    List<String> titles =
        LineRanking.rank(songs, line, Score.SUM, songs.size()).stream()
            .map(hit -> hit.song().facts().named().title())
            .toList();
    return titles.indexOf(title) + 1;
  }

  private static List<CatalogueSong> songs(Path file, SentenceEncoder encoder)
      throws IOException, InterruptedException {
    List<CatalogueSong> songs = new ArrayList<>();
    for (String row : Files.readAllLines(file)) {
      JsonNode song = new ObjectMapper().readTree(row);
      String text = song.path("lyrics").asText();
      songs.add(
          new CatalogueSong(
              Songs.facts(song.path("id").asText(), song.path("title").asText()),
              Optional.empty(),
              Optional.empty(),
              SongLines.of(lines(text, encoder)),
              Optional.of(PackedText.of(text))));
    }
    return songs;
  }

  private static List<Line> lines(String text, SentenceEncoder encoder)
      throws InterruptedException {
    List<Span> spans = LyricStretches.lines(text);
    List<float[]> encoded = encoder.encodeAll(spans.stream().map(span -> span.of(text)).toList());
    List<Line> lines = new ArrayList<>();
    for (Span span : spans) {
      ByteVector vector = ByteVector.of(encoded.get(lines.size()));
      lines.add(
          new Line(span.start(), span.end(), EightBitVector.of(vector.step(), vector.toArray())));
    }
    return lines;
  }
}
