package io.chihiro.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.sample.EraPrecision;
import io.chihiro.sample.GoldenMood;
import io.chihiro.sample.GoldenMoods;
import io.chihiro.sample.SampleLife;
import io.chihiro.sample.SongName;
import java.util.ArrayList;
import java.util.List;

/// Asks every golden mood and lays the answers beside those of two who do not listen.
final class GoldenAnswers {
  private static final double BAR = 0.60;
  private static final double TIMES_BAR = 3;

  private final SampleLife life;

  GoldenAnswers(SampleLife life) {
    this.life = life;
  }

  /// The era precision@5 of three who answer.
  record Precision(double ours, double mostPlayed, double random) {
    double timesBetter() {
      return ours / Math.max(mostPlayed, random);
    }

    boolean holds() {
      return ours >= BAR && timesBetter() >= TIMES_BAR;
    }
  }

  Precision measure(FrontDoor door) throws InterruptedException {
    EraPrecision precision = life.precision();
    List<List<SongName>> answers = new ArrayList<>();
    for (GoldenMood mood : GoldenMoods.all()) {
      answers.add(songs(Ask.answer(door, mood.text(), EraPrecision.DEPTH)));
    }
    var next = answers.iterator();
    return new Precision(
        precision.of(_ -> next.next()),
        precision.mostPlayed(life.expectedMoments()),
        precision.random(life.expectedMoments(), life.seed()));
  }

  /// A table and a sentence.
  static String told(Precision precision) {
    Table table = new Table("era precision@5 of 30 golden moods", "value");
    table.row("Chihiro", value(precision.ours()));
    table.row("the most played songs", value(precision.mostPlayed()));
    table.row("songs at random", value(precision.random()));
    return table
        + "At least %.2f and %.0f times the better of the two: %s (%.1f times)"
            .formatted(
                BAR,
                TIMES_BAR,
                precision.holds() ? "holds" : "DOES NOT HOLD",
                precision.timesBetter());
  }

  private static String value(double precision) {
    return "%.3f".formatted(precision);
  }

  private static List<SongName> songs(JsonNode answer) {
    List<SongName> songs = new ArrayList<>();
    answer
        .path("songs")
        .forEach(
            song ->
                songs.add(new SongName(song.path("title").asText(), song.path("artist").asText())));
    return songs;
  }
}
