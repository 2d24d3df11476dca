package io.chihiro.embedding;

import io.chihiro.events.EventWriter;
import io.chihiro.events.ModelRegistry;
import io.chihiro.events.ModelRegistry.Version;
import io.chihiro.models.TextEncoder;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// `MODELS → encoders`: what is wanted is opened and every day embedded under it, the most wanted
/// first; then the vectors of versions that are not kept any more are taken back.
///
/// In this order, so that whoever answers has all days under the new version before the days of an
/// old one go.
final class FollowModels {
  private static final Logger LOG = Logger.getLogger(FollowModels.class);

  /// Days that are taken back before that is made safe.
  private static final int DAYS_AT_ONCE = 500;

  /// Hands every moment on the topic to [EmbedAgain].
  interface EveryMoment {
    /// Returns when the topic's end is reached, or soon after it is not wanted any more.
    void under(TextEncoder encoder, BooleanSupplier wanted) throws InterruptedException;
  }

  private final Supplier<ModelRegistry> models;
  private final Encoders encoders;
  private final EmbeddedTexts embedded;
  private final EmbedDays days;
  private final EventWriter vectors;
  private final FreshFirst turns;
  private final EveryMoment everyMoment;

  FollowModels(
      Supplier<ModelRegistry> models,
      Encoders encoders,
      EmbeddedTexts embedded,
      EmbedDays days,
      EventWriter vectors,
      FreshFirst turns,
      EveryMoment everyMoment) {
    this.models = models;
    this.encoders = encoders;
    this.embedded = embedded;
    this.days = days;
    this.vectors = vectors;
    this.turns = turns;
    this.everyMoment = everyMoment;
  }

  /// Brings the vectors into the state that the models' records ask for, as they are now.
  void settle() throws InterruptedException {
    List<Version> wanted = models.get().wanted();
    close(encoders.want(wanted));
    // Whoever brought fresh days before the encoders were opened has ended after this turn, so that
    // no day is passed over by both.
    turns.again(() -> {});
    for (TextEncoder encoder : encoders.fitted()) {
      if (embedded.left(encoder.version()) > 0) {
        everyMoment.under(encoder, () -> isStill(wanted) && encoders.holds(encoder));
      }
    }
    if (isStill(wanted)) {
      forgetAllBut(wanted);
    }
    encoders.release(models.get());
  }

  private boolean isStill(List<Version> wanted) {
    return models.get().wanted().equals(wanted);
  }

  /// Days that are still to be embedded under a version that is wanted.
  long left() {
    return encoders.fitted().stream().mapToLong(each -> embedded.left(each.version())).sum();
  }

  private void close(List<TextEncoder> unwanted) throws InterruptedException {
    for (TextEncoder encoder : unwanted) {
      turns.again(encoder::close);
    }
  }

  private void forgetAllBut(List<Version> wanted) throws InterruptedException {
    var kept = wanted.stream().map(Version::version).collect(Collectors.toSet());
    for (String version : embedded.versions()) {
      if (!kept.contains(version) && !version.equals(encoders.base().version())) {
        forget(version);
      }
    }
  }

  private void forget(String version) throws InterruptedException {
    List<String> old = List.copyOf(embedded.days(version));
    for (int from = 0; from < old.size(); from += DAYS_AT_ONCE) {
      List<String> some = old.subList(from, Math.min(from + DAYS_AT_ONCE, old.size()));
      turns.again(() -> forget(some, version));
    }
    LOG.infof("the vectors of %d days under %s are taken back", old.size(), version);
  }

  private void forget(List<String> some, String version) {
    some.forEach(day -> days.forget(day, version));
    vectors.flush();
  }
}
