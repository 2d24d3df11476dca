package io.chihiro.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Places a day's hearings in its waking hours: past midnight, on the way, at noon, at night.
///
/// The day of a long flight is quiet: nothing is heard while it is two dates at once.
final class DayClock {
  private static final Duration BEFORE_MIDNIGHT = Duration.ofSeconds(20);
  private static final LocalTime MORNING = LocalTime.of(7, 10);
  private static final LocalTime NOON = LocalTime.of(12, 30);
  private static final LocalTime BEDTIME = LocalTime.of(23, 35);

  private final LocalDate date;
  private final ZoneTimeline zones;
  private final Random random;
  private final List<DayPlan.Heard> waiting;
  private final List<Play> plays = new ArrayList<>();

  private DayClock(LocalDate date, ZoneTimeline zones, List<DayPlan.Heard> heard, Random random) {
    this.date = date;
    this.zones = zones;
    this.random = random;
    this.waiting = new ArrayList<>(heard);
  }

  static List<Play> place(
      LocalDate date, ZoneTimeline zones, List<DayPlan.Heard> heard, Random random) {
    DayClock clock = new DayClock(date, zones, heard, random);
    boolean leaving = !zones.on(date).equals(zones.on(date.plusDays(1)));
    boolean arriving = !zones.on(date).equals(zones.on(date.minusDays(1)));
    if (!arriving) {
      clock.untilLunch();
    }
    if (!leaving) {
      clock.play(clock.eveningBegins(), Integer.MAX_VALUE);
    }
    return clock.plays;
  }

  private void untilLunch() {
    if (random.nextInt(100) < sleeplessPercent()) {
      play(at(LocalTime.MIDNIGHT).minus(BEFORE_MIDNIGHT), 3 + random.nextInt(5));
    }
    play(at(MORNING).plusSeconds(random.nextInt(2_400)), 6 + random.nextInt(5));
    play(at(NOON).plusSeconds(random.nextInt(1_200)), 3 + random.nextInt(3));
  }

  private int sleeplessPercent() {
    return switch (Era.of(date)) {
      case FALLING_IN_LOVE, BURN_OUT -> 50;
      case FIRST_WINTER, GRIEF, THE_BAND -> 30;
      case BY_THE_SEA, TRAVELLING -> 15;
    };
  }

  private Instant eveningBegins() {
    long seconds =
        waiting.stream().mapToLong(heard -> heard.milliseconds() / 1_000 + 20).sum()
            + random.nextInt(3_600);
    return at(BEDTIME).minusSeconds(seconds);
  }

  private Instant at(LocalTime time) {
    return zones.instant(date, time);
  }

  private void play(Instant from, int most) {
    Instant now = from;
    for (int i = 0; i < most && !waiting.isEmpty(); i++) {
      DayPlan.Heard next = waiting.removeFirst();
      now = end(now, next);
      plays.add(new Play(next.track(), now, next.milliseconds(), next.incognito()));
    }
  }

  /// A song skipped within two seconds gets the same whole second as the one before it.
  private Instant end(Instant now, DayPlan.Heard next) {
    boolean atOnce = next.milliseconds() < 2_000;
    Duration gap = Duration.ofSeconds(atOnce ? 0 : random.nextInt(1, 15));
    return now.plus(gap).plusSeconds(atOnce ? 0 : next.milliseconds() / 1_000);
  }
}
