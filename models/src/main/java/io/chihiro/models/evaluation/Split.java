package io.chihiro.models.evaluation;

import io.chihiro.models.LifeDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// What may be learned from, what a training is steered by, and what it is tried on.
///
/// @param name as reports call it
/// @param train triplets to learn from
/// @param validation triplets that choose the best checkpoint
/// @param test triplets that nobody has seen
/// @param learned days whose text may be learned from
/// @param validationDays days to choose settings by
/// @param heldOut days that are asked; none, where days are not held out
/// @param known days that those held out are answered with
/// @param moodDays days that moods are answered with: all there would be at the time
public record Split(
    String name,
    List<Triplet> train,
    List<Triplet> validation,
    List<Triplet> test,
    List<LifeDay> learned,
    List<LifeDay> validationDays,
    List<LifeDay> heldOut,
    List<LifeDay> known,
    List<LifeDay> moodDays) {

  /// The share of days that are held out, beside [#VALIDATION].
  public static final double TEST = 0.2;

  /// The share of days that a training is steered by.
  public static final double VALIDATION = 0.1;

  private static final double PAPER_TRAIN = 0.8;

  /// As the paper has it: 80 % to learn from, 10 % to validate, 10 % to test, of the shuffled
  /// triplets. It leaks: the same text is learned from and tested on.
  public static Split paper(List<LifeDay> days, long seed) {
    List<Triplet> triplets = new ArrayList<>(Triplets.of(days, seed));
    Collections.shuffle(triplets, new Random(seed));
    int train = (int) Math.round(triplets.size() * PAPER_TRAIN);
    int validated = train + (triplets.size() - train) / 2;
    return new Split(
        "paper",
        List.copyOf(triplets.subList(0, train)),
        List.copyOf(triplets.subList(train, validated)),
        List.copyOf(triplets.subList(validated, triplets.size())),
        inOrder(days),
        List.of(),
        List.of(),
        inOrder(days),
        inOrder(days));
  }

  /// Days are held out whole: no text of a tested day is ever learned from. This split decides.
  public static Split heldOutDays(List<LifeDay> days, long seed) {
    return heldOutDays(days, seed, 0);
  }

  /// The same with other days held out: folds 0 to 4 hold out every day once.
  public static Split heldOutDays(List<LifeDay> days, long seed, int fold) {
    List<LifeDay> shuffled = new ArrayList<>(withSongs(days));
    Collections.shuffle(shuffled, new Random(seed));
    Collections.rotate(shuffled, -(int) Math.round(fold * shuffled.size() * TEST));
    int test = (int) Math.round(shuffled.size() * TEST);
    int validated = test + (int) Math.round(shuffled.size() * VALIDATION);
    return of(
        "held-out days",
        shuffled.subList(validated, shuffled.size()),
        shuffled.subList(test, validated),
        shuffled.subList(0, test),
        inOrder(days),
        seed);
  }

  /// Nothing is held out: for a version whose recipe was judged on other ones, which did not see
  /// the days that they were asked.
  public static Split allDays(List<LifeDay> days, long seed) {
    List<LifeDay> shuffled = new ArrayList<>(withSongs(days));
    Collections.shuffle(shuffled, new Random(seed));
    int validated = (int) Math.round(shuffled.size() * VALIDATION);
    return of(
        "all days",
        shuffled.subList(validated, shuffled.size()),
        shuffled.subList(0, validated),
        List.of(),
        inOrder(days),
        seed);
  }

  /// As life goes: what was before a date is known, the days from it on are asked.
  public static Split replay(List<LifeDay> days, LocalDate from, long seed) {
    List<LifeDay> before =
        new ArrayList<>(withSongs(days).stream().filter(day -> day.date().isBefore(from)).toList());
    List<LifeDay> after =
        withSongs(days).stream().filter(day -> !day.date().isBefore(from)).toList();
    List<LifeDay> known = List.copyOf(before);
    Collections.shuffle(before, new Random(seed));
    int validated = (int) Math.round(before.size() * VALIDATION);
    return of(
        "replay",
        before.subList(validated, before.size()),
        before.subList(0, validated),
        after,
        known,
        seed);
  }

  private static Split of(
      String name,
      List<LifeDay> train,
      List<LifeDay> validation,
      List<LifeDay> test,
      List<LifeDay> moodDays,
      long seed) {
    return new Split(
        name,
        Triplets.of(inOrder(train), seed),
        Triplets.of(inOrder(validation), seed),
        Triplets.of(inOrder(test), seed),
        inOrder(train),
        inOrder(validation),
        inOrder(test),
        both(train, validation),
        moodDays);
  }

  /// The same split, asked with the days that steer a training, to choose settings by; what is held
  /// out stays unseen.
  public Split onValidation() {
    return new Split(
        name + ", validation",
        train,
        List.of(),
        validation,
        learned,
        List.of(),
        validationDays,
        learned,
        both(learned, validationDays));
  }

  private static List<LifeDay> both(List<LifeDay> some, List<LifeDay> others) {
    return inOrder(Stream.concat(some.stream(), others.stream()).toList());
  }

  private static List<LifeDay> withSongs(List<LifeDay> days) {
    return inOrder(days).stream().filter(day -> !day.plays().isEmpty()).toList();
  }

  private static List<LifeDay> inOrder(List<LifeDay> days) {
    return days.stream().sorted(Comparator.comparing(LifeDay::date)).toList();
  }
}
