package io.chihiro.ingest.spotify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.ingest.source.Connection.State;
import io.chihiro.ingest.source.Gap;
import io.chihiro.ingest.web.Reply.Silent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// A year of somebody's listening, polled every five minutes, with everything that a year brings:
/// lock-outs, failures, a list that lags, nights with the machine switched off, a login that ends.
class YearOfPollingTest {
  private static final Duration STEP = Duration.ofMinutes(5);
  private static final int STEPS = 365 * 24 * 12;
  private static final int STEPS_OF_A_DAY = 24 * 12;

  private final SplittableRandom random = new SplittableRandom(7);
  private final Listener owner = new Listener();
  private final List<Instant> truth = new ArrayList<>();
  private int playing;
  private int away;
  private int lockOuts;
  private int logins;

  @Test
  void everyPlayIsStoredOnceAndGapsAreWhereTheFakeMadeThem() throws InterruptedException {
    var _ = owner.loggedIn();
    for (int step = 0; step < STEPS; step++) {
      owner.clock.pass(STEP);
      listen(step);
      happen(step);
      if (away > 0) {
        away--;
        continue;
      }
      var _ = owner.rounds.round();
      logInAgain();
    }
    settle();

    assertTrue(truth.size() > 9_000, "plays of the year: " + truth.size());
    assertEquals(owner.recorded.shown(), stored(), "what was shown is stored, and nothing else");
    assertEquals(owner.plays.all().size(), owner.plays.writes(), "and each of it once");
    assertEquals(runsThatWereNeverShown(), gaps());
    assertTrue(gaps().size() >= 4, "gaps: " + gaps());
    assertEquals(lockOuts, owner.recorded.askedDuringLockOut(), "only the calls that met them");
    assertTrue(lockOuts >= 3, "lock-outs: " + lockOuts);
    assertEquals(1, logins, "one login ended after six months");
  }

  /// Now and then a session begins; while it lasts, a song ends every five minutes.
  private void listen(int step) {
    if (playing == 0 && random.nextInt(STEPS_OF_A_DAY / 4) == 0) {
      playing = 3 + random.nextInt(12);
    }
    // Two weeks of a party each quarter: many skipped songs, fifty in less than an hour.
    boolean party = step % (91 * STEPS_OF_A_DAY) > 80 * STEPS_OF_A_DAY;
    for (int song = 0; playing > 0 && song < (party ? 4 : 1); song++) {
      Instant ended = owner.clock.instant().minusSeconds(200L - song * 45L);
      truth.add(ended);
      owner.recorded.played(Items.number(random.nextInt(400), ended));
    }
    playing = Math.max(0, playing - 1);
  }

  private void happen(int step) {
    owner.recorded.lags(random.nextInt(40) == 0 ? random.nextInt(6) : 0);
    switch (random.nextInt(3_000)) {
      case 0 -> owner.recorded.answers(RecordedSpotify.answer(503, ""), new Silent("broke off"));
      case 1 -> owner.recorded.endsAccess();
      case 2 -> owner.recorded.answers(RecordedSpotify.answer(200, "{\"items\":[{"));
      default -> {
        // An ordinary five minutes.
      }
    }
    if (step % (100 * STEPS_OF_A_DAY) == 99 * STEPS_OF_A_DAY) {
      owner.recorded.locks(Duration.ofSeconds(79_892));
      lockOuts++;
    }
    if (step % (60 * STEPS_OF_A_DAY) == 42 * STEPS_OF_A_DAY) {
      away = 5 * STEPS_OF_A_DAY;
    }
  }

  private void logInAgain() throws InterruptedException {
    if (owner.connection().state() == State.LOGIN_NEEDED) {
      logins++;
      owner.clock.pass(Duration.ofDays(1));
      var _ = owner.loggedIn();
    }
  }

  private void settle() throws InterruptedException {
    owner.recorded.lags(0);
    owner.live(Duration.ofDays(2));
  }

  private Set<Instant> stored() {
    return owner.plays.all().values().stream()
        .map(play -> play.endedAt())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<String> gaps() {
    return owner.connection().gaps().stream().map(YearOfPollingTest::written).toList();
  }

  private static String written(Gap gap) {
    return gap.from() + " to " + gap.to();
  }

  /// From the truth alone: every run of plays that no list ever showed lies between two that one
  /// did.
  private List<String> runsThatWereNeverShown() {
    Set<Instant> shown = owner.recorded.shown();
    List<String> runs = new ArrayList<>();
    Instant before = truth.getFirst();
    boolean missing = false;
    for (Instant each : truth) {
      if (!shown.contains(each)) {
        missing = true;
        continue;
      }
      if (missing) {
        runs.add(before + " to " + each);
      }
      before = each;
      missing = false;
    }
    return runs;
  }
}
