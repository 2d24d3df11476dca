package io.chihiro.recommend;

import io.chihiro.door.Forgetting.Removed;
import io.chihiro.door.Forgetting.Wanted;
import io.chihiro.door.RefusedException;
import io.chihiro.events.DeadLetters;
import io.chihiro.events.EraseRecords;
import io.chihiro.events.Keys;
import io.chihiro.events.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Forgets what this service itself has of something: what was said to answers that showed it, the
/// answers of the last day, and the index. Doing it again ends in the same.
@ApplicationScoped
public class ForgetAnswers {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Answering answering;
  private final EraseRecords records;
  private final DeadLetters letters;
  private final Searching searching;

  public ForgetAnswers(Answering answering, Searching searching, RecommendSettings settings) {
    this.answering = answering;
    this.searching = searching;
    this.records = new EraseRecords(settings.broker(), "recommend-erase", answering.writer());
    this.letters = new DeadLetters(settings.broker(), "recommend-erase");
  }

  /// Forgets; when it returns, no answer can show it.
  ///
  /// @throws RefusedException if the index takes long to follow
  List<Removed> erase(String user, Wanted wanted) throws InterruptedException {
    Set<LocalDate> days = wanted.days();
    List<Removed> removed = new ArrayList<>();
    removed.add(
        new Removed(
            "feedback",
            answering
                .feedback()
                .forgetAll(
                    user,
                    said -> wanted.everything() || said.days().stream().anyMatch(days::contains))));
    removed.add(
        new Removed(
            "answers of the last day",
            answering.recent().forget(user, days::contains, wanted.everything())));
    if (wanted.everything()) {
      removed.add(new Removed("off limits", records.erase(Topics.OFF_LIMITS, user)));
      removed.add(
          new Removed(
              "agreement that others are answered from it",
              records.erase(Topics.TASTE_AGREEMENTS, user)));
      removed.add(
          new Removed("rejected records seen to", records.erase(Topics.REJECTED_HANDLED, user)));
      removed.add(new Removed("older receipts", answering.erasures().forgetFinished(user)));
    }
    awaitIndex();
    removed.add(new Removed("days in Redis and in memory", days.size()));
    removed.add(new Removed("indexes of songs", indexes(user, wanted)));
    removed.add(new Removed("rejected records", 0, rejected(user, wanted)));
    return removed;
  }

  // Songs that were played on nothing but what is forgotten have gone by now.
  private long indexes(String user, Wanted wanted) throws InterruptedException {
    if (wanted.everything()) {
      return searching.forget(user);
    }
    return searching.forgetGone(user) ? 1 : 0;
  }

  // What was on the topics when this began has reached Redis and the lives in memory.
  private void awaitIndex() throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (answering.waiting() > 0) {
      if (System.nanoTime() > end) {
        throw RefusedException.notNow("The index is still following.");
      }
      Thread.sleep(LOOK_AGAIN);
    }
  }

  // Their topics cannot be written over; they forget by themselves.
  private Optional<String> rejected(String user, Wanted wanted) {
    if (wanted.everything()) {
      return Optional.of(
          "Those that there are cannot be read without the key, and go within thirty days.");
    }
    long there =
        letters.of(user).waiting().stream()
            .filter(letter -> wanted.entries().contains(Keys.rest(letter.key())))
            .count();
    return there == 0
        ? Optional.empty()
        : Optional.of(there + " are encrypted, and go within thirty days.");
  }
}
