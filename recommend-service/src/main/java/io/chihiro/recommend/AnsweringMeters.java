package io.chihiro.recommend;

import io.chihiro.door.Hyphenated;
import io.chihiro.door.Identity;
import io.chihiro.events.Feedback.Verdict;
import io.chihiro.events.Since;
import io.chihiro.events.TopicFollower;
import io.chihiro.metrics.AnswerMetric;
import io.chihiro.metrics.ModelMetric;
import io.chihiro.metrics.RunningMetric;
import io.chihiro.metrics.SearchMetric;
import io.chihiro.recommend.index.DayChange.Half;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;

/// What operations are told of answers, and of the index that they come from.
///
/// @param clock what is shown is compared with
record AnsweringMeters(MeterRegistry meters, InstantSource clock) {
  /// Begins to tell. What is counted is told as zero before it happens, so that the first is seen
  /// to come.
  void begin(
      Answering answering,
      ServedModels served,
      HotLives lives,
      FollowDays days,
      KeptAgreements agreements) {
    new KafkaClientMetrics(days.follower().consumer()).bindTo(meters);
    AnswerMetric.INDEX_DAYS.gauge(meters, served, it -> indexedDays(it, lives));
    AnswerMetric.INDEX_READY.gauge(meters, answering, it -> it.ready() ? 1 : 0);
    SearchMetric.TASTE_AGREEMENTS.gauge(meters, agreements, KeptAgreements::counted);
    AnswerMetric.INDEX_REBUILDS.counted(meters, days, FollowDays::rebuilds);
    ModelMetric.MODEL_AGE_SECONDS.gauge(meters, served, it -> modelAge(it, lives));
    RunningMetric.CONSUMER_LAG.gauge(meters, days.follower(), TopicFollower::lag, FollowDays.NAME);
    Half.topics().forEach(topic -> RunningMetric.REJECTED.counter(meters, topic.name()));
    Stream.of("no", "yes")
        .forEach(explained -> AnswerMetric.ANSWER_SECONDS.timer(meters, explained));
    Stream.of(Since.values()).forEach(this::freshness);
    Stream.of(Verdict.values()).forEach(this::said);
  }

  /// What was said to a song of an answer is counted.
  Counter said(Verdict verdict) {
    return AnswerMetric.FEEDBACK.counter(meters, Hyphenated.of(verdict));
  }

  /// A record could not be read.
  void rejected(String topic) {
    RunningMetric.REJECTED.counter(meters, topic).increment();
  }

  /// Something that came in can be met in answers now.
  void shown(Since what, Instant since) {
    Duration took = Duration.between(since, clock.instant());
    freshness(what).record(took.isNegative() ? Duration.ZERO : took);
  }

  private Timer freshness(Since what) {
    return switch (what) {
      case PHOTO -> AnswerMetric.PHOTO_RECOMMENDABLE_SECONDS.timer(meters);
      case PLAY -> AnswerMetric.PLAY_VISIBLE_SECONDS.timer(meters);
    };
  }

  private double modelAge(ServedModels served, HotLives lives) {
    return lives.holds(Identity.OWNER)
        ? served
            .trainedAt(served.serving(Identity.OWNER))
            .map(at -> (double) Duration.between(at, clock.instant()).toSeconds())
            .orElse(0.0)
        : 0;
  }

  private static int indexedDays(ServedModels served, HotLives lives) {
    return lives.holds(Identity.OWNER) ? served.serving(Identity.OWNER).days().known().days() : 0;
  }
}
