package io.chihiro.training;

import io.chihiro.door.Identity;
import io.chihiro.events.Feedback;
import io.chihiro.events.KafkaEventWriter;
import io.chihiro.events.Keys;
import io.chihiro.events.ModelTrained;
import io.chihiro.events.Moment;
import io.chihiro.events.TasteAgreed;
import io.chihiro.events.TextEmbedded;
import io.chihiro.events.TopicCreation;
import io.chihiro.events.TopicTable;
import io.chihiro.events.Topics;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// `MOMENTS + VECTORS + FEEDBACK` as they are now, and the one way to write `MODELS`.
@Startup
@ApplicationScoped
public class TrainingTables {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final KafkaEventWriter writer;
  private final TopicTable<Moment> moments;
  private final TopicTable<TextEmbedded> vectors;
  private final TopicTable<Feedback> feedback;
  private final TopicTable<ModelTrained> models;
  private final TopicTable<TasteAgreed> agreements;
  private final AtomicLong changes = new AtomicLong();
  private final AtomicLong withdrawals = new AtomicLong();
  private final ReentrantLock writing = new ReentrantLock();
  private final int mostKept;

  public TrainingTables(TrainingSettings settings) {
    String broker = settings.broker();
    mostKept = settings.training().mostKept();
    TopicCreation.ensure(broker);
    writer = new KafkaEventWriter(broker, "training-service");
    moments =
        new TopicTable<>(
            broker, "training-moments", Topics.MOMENTS, (_, _) -> changes.incrementAndGet());
    vectors =
        new TopicTable<>(
            broker, "training-vectors", Topics.VECTORS, (_, _) -> changes.incrementAndGet());
    feedback = new TopicTable<>(broker, "training-feedback", Topics.FEEDBACK, (_, _) -> {});
    models = new TopicTable<>(broker, "training-models", Topics.MODELS, (_, _) -> {});
    agreements =
        new TopicTable<>(
            broker, "training-agreements", Topics.TASTE_AGREEMENTS, (_, now) -> note(now));
  }

  private void note(Optional<TasteAgreed> agreement) {
    if (agreement.isEmpty()) {
      withdrawals.incrementAndGet();
    }
  }

  @PostConstruct
  void start() throws InterruptedException {
    moments.load(PATIENCE);
    vectors.load(PATIENCE);
    feedback.load(PATIENCE);
    models.load(PATIENCE);
    agreements.load(PATIENCE);
  }

  @PreDestroy
  void stop() {
    moments.close();
    vectors.close();
    feedback.close();
    models.close();
    agreements.close();
    writer.close();
  }

  /// Records that the table of each name does not show yet.
  Map<String, ToDoubleFunction<TrainingTables>> lags() {
    return Map.of(
        "training-moments", tables -> tables.moments.lag(),
        "training-vectors", tables -> tables.vectors.lag());
  }

  Collection<Moment> moments() {
    return moments.of(Identity.OWNER).values();
  }

  Collection<TextEmbedded> vectors() {
    return vectors.of(Identity.OWNER).values();
  }

  Collection<Feedback> feedback() {
    return feedback.of(Identity.OWNER).values();
  }

  /// Everybody who lets others be answered from what they took to.
  Set<String> agreeing() {
    return agreements.all().keySet().stream().map(Keys::user).collect(Collectors.toSet());
  }

  /// Grows whenever somebody withdraws.
  long withdrawals() {
    return withdrawals.get();
  }

  /// Grows whenever a day changes.
  long changes() {
    return changes.get();
  }

  /// What is announced, by name.
  Registry registry() {
    return new Registry(List.copyOf(models.all().values()), mostKept);
  }

  /// Returns once everything is shown that was written before this was called.
  void awaitWritten() throws InterruptedException {
    moments.awaitWritten();
    feedback.awaitWritten();
    models.awaitWritten();
    agreements.awaitWritten();
  }

  /// Announces of a model what is left without some of its versions; without any, nothing is
  /// announced of it any more.
  void withdraw(String model, Predicate<String> versions) {
    writing.lock();
    try {
      Optional<ModelTrained> before = registry().find(model);
      Optional<ModelTrained> left = before.flatMap(each -> Registry.without(each, versions));
      if (before.isPresent() && left.isEmpty()) {
        writer.delete(Topics.MODELS, model);
        writer.flush();
        models.remove(model);
      }
      left.filter(each -> !before.equals(Optional.of(each))).ifPresent(this::announce);
    } finally {
      writing.unlock();
    }
  }

  private void announce(ModelTrained model) {
    writer.write(Topics.MODELS, model.name(), model);
    writer.flush();
    models.put(model.name(), model);
  }

  /// Announces what follows from what is announced; nobody else does so in between.
  Optional<ModelTrained> announce(Function<Registry, Optional<ModelTrained>> change) {
    writing.lock();
    try {
      Optional<ModelTrained> next = change.apply(registry());
      next.ifPresent(this::announce);
      return next;
    } finally {
      writing.unlock();
    }
  }
}
