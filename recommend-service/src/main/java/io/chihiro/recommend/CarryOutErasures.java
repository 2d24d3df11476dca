package io.chihiro.recommend;

import io.chihiro.door.Forgetting.Removed;
import io.chihiro.door.Forgetting.Wanted;
import io.chihiro.door.Identity;
import io.chihiro.door.RefusedException;
import io.chihiro.events.Erasure;
import io.chihiro.events.Erasure.Kind;
import io.chihiro.events.Erasure.Scope;
import io.chihiro.events.Erasure.Step;
import io.chihiro.keys.KeyRing;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/// Carries out what shall be forgotten, service by service in the order of the flow, and writes
/// down what each confirms. Killed at any moment, it goes on with the one that has not confirmed.
///
/// First whoever could bring it back, last the key: what nobody can reach any more, because it was
/// rejected or has not been compacted yet, is then unreadable too.
@ApplicationScoped
public class CarryOutErasures {
  private static final Logger LOG = Logger.getLogger(CarryOutErasures.class);
  private static final String HERE = "recommend-service";
  private static final String KEYS = "keys";
  private static final List<Neighbour> BEFORE =
      List.of(Neighbour.OCR, Neighbour.INGEST, Neighbour.EMBEDDING);

  private final Answering answering;
  private final AskToForget others;
  private final ForgetAnswers answers;
  private final KeyRing keys;
  private final InstantSource clock;

  public CarryOutErasures(
      Answering answering,
      AskToForget others,
      ForgetAnswers answers,
      KeyRing keys,
      InstantSource clock) {
    this.answering = answering;
    this.others = others;
    this.answers = answers;
    this.keys = keys;
    this.clock = clock;
  }

  /// One service's work.
  private interface Work {
    List<Removed> done() throws InterruptedException;
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() throws InterruptedException {
    if (answering.erasures().isKnown()) {
      for (Erasure each : answering.erasures().open()) {
        carryOut(each);
      }
    }
  }

  private void carryOut(Erasure asked) throws InterruptedException {
    Erasure erasure = asked;
    try {
      erasure = measured(asked);
      Wanted wanted = wanted(erasure);
      String user = asked.user();
      if (asked.ofEverything() && !user.equals(Identity.OWNER)) {
        erasure = step(erasure, "accounts", () -> account(user));
      }
      for (Neighbour each : BEFORE) {
        erasure = step(erasure, each.title(), () -> others.erase(user, each, wanted));
      }
      erasure = step(erasure, HERE, () -> answers.erase(user, wanted));
      Neighbour last = Neighbour.TRAINING;
      erasure = step(erasure, last.title(), () -> others.erase(user, last, wanted));
      if (asked.ofEverything()) {
        erasure = step(erasure, KEYS, () -> key(user));
      }
      Erasure _ = answering.erasures().keep(erasure.finished(clock.instant()));
    } catch (RefusedException e) {
      await(erasure, e.detail());
    } catch (IllegalStateException e) {
      LOG.warnf("something is forgotten later: %s", e.getClass().getSimpleName());
    }
  }

  // When everything goes, only how many days that are needs to be known, and before it goes.
  private Erasure measured(Erasure asked) throws InterruptedException {
    if (!asked.ofEverything() || !asked.steps().isEmpty() || !asked.scope().days().isEmpty()) {
      return asked;
    }
    Scope all = others.scope(asked.user(), asked.subject());
    return answering.erasures().keep(asked.within(new Scope(Set.of(), Set.of(), all.days())));
  }

  // Written once: it is looked at every second.
  private void await(Erasure erasure, String why) {
    if (!erasure.waitsFor().equals(Optional.of(why))) {
      Erasure _ = answering.erasures().keep(erasure.waiting(why));
    }
  }

  private Erasure step(Erasure erasure, String service, Work work) throws InterruptedException {
    if (erasure.isConfirmedBy(service)) {
      return erasure;
    }
    List<Removed> removed = work.done();
    Instant now = clock.instant();
    List<Step> steps =
        removed.stream()
            .map(each -> new Step(service, each.store(), each.removed(), each.left(), now))
            .toList();
    return answering.erasures().keep(erasure.confirmed(steps));
  }

  // Whoever asked for it had one; it may have been closed at once.
  private List<Removed> account(String user) {
    if (answering.accounts().find(user).isPresent()) {
      answering.accounts().remove(user);
    }
    return List.of(new Removed("account and tokens", 1));
  }

  private List<Removed> key(String user) {
    boolean was = keys.holds(user);
    keys.destroy(user);
    return List.of(new Removed("key", was ? 1 : 0));
  }

  private static Wanted wanted(Erasure erasure) {
    return new Wanted(
        erasure.ofEverything(),
        erasure.subject().originals(),
        erasure.scope().entries(),
        erasure.scope().pages(),
        erasure.scope().days(),
        erasure.subject().kind() == Kind.DAY);
  }
}
