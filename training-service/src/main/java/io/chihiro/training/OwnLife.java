package io.chihiro.training;

import io.chihiro.events.Feedback;
import io.chihiro.events.Feedback.Verdict;
import io.chihiro.events.Moment;
import io.chihiro.models.LifeDay;
import io.chihiro.models.evaluation.Eras;
import io.chihiro.models.evaluation.Life;
import io.chihiro.models.evaluation.Life.PastMood;
import io.chihiro.models.torch.TextTriplet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Moments and feedback as the models learn from them and are judged by them.
///
/// A mood that somebody gave feedback to either judges models or teaches them, never both: which of
/// the two follows from its words alone, so that it stays so.
final class OwnLife {
  private static final int ERAS = 12;

  private OwnLife() {}

  /// The latest days with songs, and the moods that judge.
  static Life of(Collection<Moment> moments, Collection<Feedback> feedback, int mostDays) {
    List<LifeDay> days = days(moments, mostDays);
    if (days.isEmpty()) {
      throw new IllegalArgumentException("a life has at least one day with songs");
    }
    Eras eras = Eras.blocks(days, ERAS);
    return new Life(days, moods(feedback, eras), eras);
  }

  /// How many days could be learned from.
  static int count(Collection<Moment> moments) {
    return (int) learnable(moments).count();
  }

  private static List<LifeDay> days(Collection<Moment> moments, int most) {
    return learnable(moments)
        .sorted(Comparator.comparing(Moment::date).reversed())
        .limit(most)
        .map(OwnLife::day)
        .toList();
  }

  /// Days with songs, as far as the sources of their plays allow models to learn from them.
  static Stream<Moment> learnable(Collection<Moment> moments) {
    return moments.stream().map(Moment::learnable).filter(moment -> !moment.songs().isEmpty());
  }

  /// A moment as a day that can be learned from.
  static LifeDay day(Moment moment) {
    return new LifeDay(moment.date(), moment.text(), moment.playsBySong());
  }

  private static List<PastMood> moods(Collection<Feedback> feedback, Eras eras) {
    Map<String, List<Feedback>> byMood = new TreeMap<>();
    feedback.stream()
        .filter(said -> said.verdict() == Verdict.TOOK_ME_BACK && judges(said.mood()))
        .forEach(said -> byMood.computeIfAbsent(said.mood(), _ -> new ArrayList<>()).add(said));
    List<PastMood> moods = new ArrayList<>();
    byMood.forEach((mood, said) -> moods.add(new PastMood(mood, songs(said), era(said, eras))));
    return moods;
  }

  private static Set<String> songs(List<Feedback> said) {
    return said.stream().map(each -> each.song().identity()).collect(Collectors.toSet());
  }

  private static String era(List<Feedback> said, Eras eras) {
    return said.stream()
        .flatMap(each -> each.days().stream())
        .findFirst()
        .map(eras::of)
        .orElse("no day was shown");
  }

  /// Whether a mood judges models; otherwise it may teach them.
  static boolean judges(String mood) {
    return mood.strip().toLowerCase(Locale.ROOT).hashCode() % 2 == 0;
  }

  /// What feedback teaches: the mood, a day of the song that took the person back, and a day that
  /// was the wrong era, or else one without that song.
  ///
  /// @param learned the days whose text may be learned from
  static List<TextTriplet> told(Collection<Feedback> feedback, List<LifeDay> learned, long seed) {
    Map<LocalDate, LifeDay> byDate =
        learned.stream().collect(Collectors.toMap(LifeDay::date, day -> day));
    List<TextTriplet> told = new ArrayList<>();
    for (Feedback said : feedback) {
      if (said.verdict() == Verdict.TOOK_ME_BACK && !judges(said.mood())) {
        triplet(said, feedback, byDate, new Random(seed + said.answer().hashCode()))
            .ifPresent(told::add);
      }
    }
    return told;
  }

  private static Optional<TextTriplet> triplet(
      Feedback said, Collection<Feedback> all, Map<LocalDate, LifeDay> byDate, Random random) {
    String song = said.song().identity();
    Optional<LifeDay> positive = days(said, byDate).stream().findFirst();
    List<LifeDay> wrong =
        all.stream()
            .filter(other -> other.verdict() == Verdict.WRONG_ERA)
            .filter(other -> other.mood().equals(said.mood()))
            .flatMap(other -> days(other, byDate).stream())
            .filter(day -> !day.songs().contains(song))
            .toList();
    List<LifeDay> strangers =
        wrong.isEmpty()
            ? byDate.values().stream()
                .filter(day -> !day.songs().contains(song))
                .sorted(Comparator.comparing(LifeDay::date))
                .toList()
            : wrong;
    if (positive.isEmpty() || strangers.isEmpty()) {
      return Optional.empty();
    }
    LifeDay negative = strangers.get(random.nextInt(strangers.size()));
    return Optional.of(new TextTriplet(song, said.mood(), positive.get().text(), negative.text()));
  }

  private static List<LifeDay> days(Feedback said, Map<LocalDate, LifeDay> byDate) {
    return said.days().stream().map(byDate::get).filter(Objects::nonNull).toList();
  }
}
