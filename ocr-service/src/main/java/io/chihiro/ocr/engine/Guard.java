package io.chihiro.ocr.engine;

import dev.failsafe.Bulkhead;
import dev.failsafe.BulkheadFullException;
import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RateLimitExceededException;
import dev.failsafe.RateLimiter;
import dev.failsafe.RetryPolicy;
import dev.failsafe.function.CheckedSupplier;
import java.time.Duration;

/// Keeps a server from being asked too much: so many questions at once, so many a minute, patience
/// with one that is busy, and a rest for one that fails again and again. One for each engine,
/// shared by all who ask it.
final class Guard {
  /// A pause is made longer or shorter by up to this share, so that those who wait do not all come
  /// back at once.
  private static final double JITTER = 0.25;

  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  /// Failsafe then takes the policy's own pause.
  private static final Duration NO_WISH = Duration.ofMillis(-1);

  private final FailsafeExecutor<Answer> policies;

  Guard(EngineSettings.Remote settings) {
    this.policies =
        Failsafe.<Answer, RetryPolicy<Answer>>with(retries(settings))
            .compose(breaker(settings))
            .compose(pace(settings))
            .compose(places(settings));
  }

  /// The answer, after as many tries as it took; or that it was not asked.
  Answer ask(CheckedSupplier<Answer> question) throws InterruptedException {
    try {
      return policies.get(question);
    } catch (CircuitBreakerOpenException resting) {
      return notAsked("It failed several times in a row and is left alone for a while.");
    } catch (RateLimitExceededException | BulkheadFullException crowded) {
      return notAsked("Too many pages wait for it.");
    } catch (FailsafeException broken) {
      throw interrupted(broken);
    }
  }

  private static InterruptedException interrupted(FailsafeException broken) {
    if (broken.getCause() instanceof InterruptedException stopped) {
      // Failsafe has set the flag as well; the exception alone says it.
      boolean _ = Thread.interrupted();
      return stopped;
    }
    throw broken;
  }

  private static Answer notAsked(String why) {
    return new Answer.Broken(new Reading.NotAsked(why));
  }

  private static RetryPolicy<Answer> retries(EngineSettings.Remote settings) {
    return RetryPolicy.<Answer>builder()
        .handleIf((answer, _) -> answer instanceof Answer.Busy)
        .abortIf((answer, _) -> wantsMoreThan(settings.longestPause(), answer))
        .withMaxRetries(settings.retries())
        .withBackoff(settings.firstPause(), settings.longestPause())
        .withDelayFn(context -> wanted(context.getLastResult()))
        .withJitter(JITTER)
        .build();
  }

  private static boolean wantsMoreThan(Duration longest, Answer answer) {
    return answer instanceof Answer.Busy busy
        && busy.after().filter(after -> after.compareTo(longest) > 0).isPresent();
  }

  /// The pause a server asks for, lengthened so that jitter never makes it shorter than
  /// that.
  private static Duration wanted(Answer answer) {
    return answer instanceof Answer.Busy busy
        ? busy.after().map(after -> Duration.ofMillis(lengthened(after))).orElse(NO_WISH)
        : NO_WISH;
  }

  private static long lengthened(Duration after) {
    return Math.round(after.toMillis() / (1 - JITTER));
  }

  private static CircuitBreaker<Answer> breaker(EngineSettings.Remote settings) {
    return CircuitBreaker.<Answer>builder()
        .handleIf((answer, _) -> isFailure(answer))
        .withFailureThreshold(settings.failures())
        .withDelay(settings.rest())
        .build();
  }

  /// What was not even asked says nothing about the server.
  private static boolean isFailure(Answer answer) {
    return answer instanceof Answer.Busy
        || (answer instanceof Answer.Broken(var reading) && !(reading instanceof Reading.NotAsked));
  }

  private static RateLimiter<Answer> pace(EngineSettings.Remote settings) {
    return RateLimiter.<Answer>smoothBuilder(settings.pagesPerMinute(), A_MINUTE)
        .withMaxWaitTime(settings.longestPause())
        .build();
  }

  private static Bulkhead<Answer> places(EngineSettings.Remote settings) {
    return Bulkhead.<Answer>builder(settings.workers())
        .withMaxWaitTime(settings.longestPause())
        .build();
  }
}
