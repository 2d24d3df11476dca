package io.chihiro.door;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// How many calls each token and session makes; strangers are counted together. Thread-safe.
@ApplicationScoped
public class CallRate {
  private static final String STRANGERS = "";
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
  private final DoorSettings settings;

  public CallRate(DoorSettings settings) {
    this.settings = settings;
  }

  /// Counts a call.
  ///
  /// @param caller empty for a stranger
  /// @return empty if it is within bounds, else how long to wait
  Optional<Duration> count(Optional<Identity> caller) {
    String who = caller.map(it -> it.user() + "/" + it.pass()).orElse(STRANGERS);
    ConsumptionProbe probe =
        buckets.computeIfAbsent(who, _ -> bucket()).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(
            limit ->
                limit
                    .capacity(settings.callsAtOnce())
                    .refillGreedy(settings.callsPerSecond(), SECOND))
        .build();
  }
}
