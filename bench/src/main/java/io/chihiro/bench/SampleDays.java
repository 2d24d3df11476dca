package io.chihiro.bench;

import io.chihiro.models.LifeDay;
import io.chihiro.models.evaluation.Eras;
import io.chihiro.models.evaluation.Life;
import io.chihiro.models.evaluation.Life.PastMood;
import io.chihiro.sample.Era;
import io.chihiro.sample.ExpectedMoment;
import io.chihiro.sample.GoldenMood;
import io.chihiro.sample.GoldenMoods;
import io.chihiro.sample.SampleLife;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The sample life as models are judged by it: its moments, its golden moods, its seven eras.
final class SampleDays {
  private SampleDays() {}

  static Life life() {
    SampleLife sample = SampleLife.fixed();
    Map<LocalDate, Map<String, Integer>> plays = plays(sample.expectedMoments());
    List<LifeDay> days =
        sample.days().stream()
            .map(
                day ->
                    new LifeDay(day.date(), day.text(), plays.getOrDefault(day.date(), Map.of())))
            .toList();
    List<PastMood> moods = GoldenMoods.all().stream().map(mood -> mood(mood, sample)).toList();
    List<Eras.Era> eras =
        Arrays.stream(Era.values()).map(era -> new Eras.Era(era.title(), era.begins())).toList();
    return new Life(days, moods, new Eras(eras));
  }

  private static Map<LocalDate, Map<String, Integer>> plays(List<ExpectedMoment> moments) {
    Map<LocalDate, Map<String, Integer>> plays = new HashMap<>();
    for (ExpectedMoment moment : moments) {
      plays.put(
          moment.date(),
          moment.songs().stream()
              .collect(
                  Collectors.toMap(
                      song -> song(song.title(), song.artist()), song -> song.plays())));
    }
    return plays;
  }

  private static PastMood mood(GoldenMood mood, SampleLife sample) {
    return new PastMood(
        mood.text(),
        sample.repertoire().of(mood.era()).stream()
            .map(track -> song(track.title(), track.artist()))
            .collect(Collectors.toSet()),
        mood.era().title());
  }

  private static String song(String title, String artist) {
    return title + " by " + artist;
  }
}
