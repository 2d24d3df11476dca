package io.chihiro.recommend;

import io.chihiro.events.Moment;
import io.chihiro.events.Moment.SongPlays;
import io.chihiro.models.EraPrior;
import io.chihiro.models.LifeDay;
import io.chihiro.models.MostPlayed;
import io.chihiro.models.PassageSplitter;
import io.chihiro.models.Question;
import io.chihiro.models.RandomSongs;
import io.chihiro.models.SongModel;
import io.chihiro.models.SongOrder;
import io.chihiro.recommend.SongRanking.Evidence;
import io.chihiro.recommend.SongRanking.Ranked;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The models that read no text, what every other one must beat. They answer from the moments.
///
/// They have no scores that could be laid beside a cosine, so a song's score is one over its place;
/// the evidence are the days on which it was played most.
final class PlainModels {
  /// Their definitions never change, and nothing is fitted.
  static final String VERSION = "1";

  private static final long SEED = 20_261_122;

  private static final Map<String, SongModel> MODELS =
      List.of(new EraPrior(), new MostPlayed(), new RandomSongs(SEED)).stream()
          .collect(Collectors.toUnmodifiableMap(SongModel::name, model -> model));

  /// A song on a day.
  private record Played(Moment moment, SongPlays song) {}

  private PlainModels() {}

  /// Their names.
  static List<String> names() {
    return List.of(EraPrior.NAME, MostPlayed.NAME, RandomSongs.NAME);
  }

  static boolean knows(String name) {
    return MODELS.containsKey(name);
  }

  /// The best songs, best first.
  ///
  /// @param moments oldest first
  static List<Ranked> rank(String name, List<Moment> moments, Question question, int limit)
      throws InterruptedException {
    SongModel model = Optional.ofNullable(MODELS.get(name)).orElseThrow();
    List<Moment> days = moments.stream().filter(day -> !day.songs().isEmpty()).toList();
    List<String> best =
        model
            .over(days.stream().map(PlainModels::day).toList())
            .best(List.of(question), limit)
            .getFirst();
    Map<String, List<Played>> played = bySong(days);
    List<Ranked> ranked = new ArrayList<>();
    for (String song : best) {
      ranked.add(ranked(played.getOrDefault(song, List.of()), 1.0 / (ranked.size() + 1)));
    }
    return ranked;
  }

  private static LifeDay day(Moment moment) {
    return new LifeDay(moment.date(), moment.text(), moment.playsBySong());
  }

  private static Map<String, List<Played>> bySong(List<Moment> days) {
    Map<String, List<Played>> bySong = new HashMap<>();
    for (Moment day : days) {
      for (SongPlays song : day.songs()) {
        bySong
            .computeIfAbsent(song.song().identity(), _ -> new ArrayList<>())
            .add(new Played(day, song));
      }
    }
    return bySong;
  }

  private static Ranked ranked(List<Played> days, double score) {
    Played latest = days.getLast();
    return new Ranked(
        latest.song().song(),
        latest.song().spotifyUri(),
        score,
        1,
        days.getFirst().moment().date(),
        latest.moment().date(),
        days.stream().mapToInt(each -> each.song().plays()).sum(),
        days.stream()
            .sorted(Comparator.comparingInt((Played each) -> each.song().plays()).reversed())
            .limit(SongOrder.EVIDENCE_DAYS)
            .map(PlainModels::evidence)
            .toList());
  }

  private static Evidence evidence(Played played) {
    String text = played.moment().text();
    String excerpt =
        PassageSplitter.sentences(text).stream()
            .findFirst()
            .map(first -> first.of(text))
            .orElse(text);
    return new Evidence(played.moment().date(), excerpt, played.song().plays(), 0);
  }
}
