package io.chihiro.recommend;

import io.chihiro.door.Identity;
import io.chihiro.door.RefusedException;
import io.chihiro.events.Erasure;
import io.chihiro.events.KafkaEventWriter;
import io.chihiro.events.ModelWatch;
import io.chihiro.events.Rejected;
import io.chihiro.events.TopicCreation;
import io.chihiro.events.Topics;
import io.chihiro.models.ModelStore;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.SentenceEncoder.Precision;
import io.chihiro.models.TextEncoder;
import io.chihiro.recommend.index.DayStore;
import io.chihiro.recommend.index.Notes;
import io.chihiro.recommend.index.RedisCache;
import io.chihiro.recommend.index.RedisDays;
import io.chihiro.recommend.index.RedisNotes;
import io.chihiro.recommend.people.Accounts;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/// What answering needs: the encoders, the index and whoever keeps both fresh.
@Startup
@ApplicationScoped
public class Answering {
  private static final Logger LOG = Logger.getLogger(Answering.class);

  private final QueryEncoders encoders;
  private final RedisCache cache;
  private final Notes notes;
  private final HotLives lives;
  private final FollowDays days;
  private final ModelWatch models;
  private final ServedModels served;
  private final ServedCompany company;
  private final ServedTastes tastes;
  private final ServedLines lines;
  private final AnswerMoods moods;
  private final RecentAnswers recent;
  private final KeptFeedback feedback;
  private final KafkaEventWriter writer;
  private final Accounts accounts;
  private final KeptOffLimits offLimits;
  private final KeptErasures erasures;
  private final KeptAgreements agreements;
  private final AnsweringMeters meters;
  private volatile boolean warm;

  public Answering(
      RecommendSettings settings, ModelStore fitted, InstantSource clock, MeterRegistry meters) {
    this.meters = new AnsweringMeters(meters, clock);
    TopicCreation.ensure(settings.broker());
    SentenceEncoder base = new SentenceEncoder(Precision.INT8, QueryEncoders.THREADS);
    encoders = new QueryEncoders(base, fitted, clock);
    cache = RedisCache.connect(settings.redis(), settings.redisTruststore());
    notes = new RedisNotes(cache);
    recent = new RecentAnswers(notes);
    DayStore store = new RedisDays(cache, settings.recommend().instance());
    writer = new KafkaEventWriter(settings.broker(), "recommend-service");
    offLimits = new KeptOffLimits(settings.broker(), writer, this::letGo);
    lives = new HotLives(store, settings.recommend().usersInMemory(), this::allowed);
    days = new FollowDays(settings.broker(), store, lives, this::reject, this.meters::shown);
    models = new ModelWatch(settings.broker(), "recommend-models");
    served = new ServedModels(models::registry, encoders, lives, clock);
    company = new ServedCompany(models::registry, fitted);
    tastes = new ServedTastes(models::registry, fitted);
    lines = new ServedLines(models::registry, encoders);
    moods = new AnswerMoods(served, lives, settings.recommend().inverseTemperature());
    feedback = new KeptFeedback(settings.broker(), writer);
    accounts = new Accounts(settings.broker(), writer, clock);
    erasures = new KeptErasures(settings.broker(), writer, this::forgetAnswers);
    agreements = new KeptAgreements(settings.broker(), writer);
  }

  @PostConstruct
  void start() {
    meters.begin(this, served, lives, days, agreements);
    days.start();
    models.start(this::settle);
    feedback.start();
    accounts.start();
    offLimits.start();
    erasures.start();
    agreements.start();
    var _ = encoders.base().encode("warm");
  }

  private void settle() {
    company.settle();
    tastes.settle();
    served.settle();
    lines.settle();
    encoders.release(models.registry());
  }

  @PreDestroy
  void stop() {
    days.close();
    models.close();
    feedback.close();
    accounts.close();
    offLimits.close();
    erasures.close();
    agreements.close();
    writer.close();
    cache.close();
    encoders.close();
  }

  /// Looks every second whether the cache still holds what it should.
  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void check() throws InterruptedException {
    try {
      days.checkStore();
      warmUp();
      served.letGo();
    } catch (IllegalStateException e) {
      LOG.warnf("the index is not checked: %s", e.getMessage());
    }
  }

  /// Looks every minute whether a version that could not be opened was mended.
  @Scheduled(every = "60s", delayed = "60s")
  void lookAgain() {
    if (problem().isPresent()) {
      models.lookAgain();
    }
  }

  private void warmUp() {
    if (!warm && days.whole() && models.settled() && offLimits.isKnown()) {
      var _ = lives.of(Identity.OWNER);
      served.settle();
      warm = true;
    }
  }

  /// Whether answers are quick and whole.
  boolean ready() {
    return warm;
  }

  /// A user's life.
  ///
  /// @throws RefusedException while the index is being filled and the user is not in memory
  Life life(String user) {
    if (!lives.holds(user) && !days.whole()) {
      throw RefusedException.notNow(
          "Warming up: the index is being filled; try again in a moment.");
    }
    return lives.of(user);
  }

  /// What answers moods.
  AnswerMoods moods() {
    return moods;
  }

  /// Which songs live together.
  ServedCompany company() {
    return company;
  }

  /// What people like one love.
  ServedTastes tastes() {
    return tastes;
  }

  /// Who lets others be answered from what they took to.
  KeptAgreements agreements() {
    return agreements;
  }

  /// Returns once it is known here what was announced of models before this was called.
  void awaitModels() throws InterruptedException {
    models.awaitWritten();
  }

  /// What reads what somebody looks for among lines.
  ServedLines lines() {
    return lines;
  }

  /// What was answered lately.
  RecentAnswers recent() {
    return recent;
  }

  /// What every copy of this service has to know for a while.
  Notes notes() {
    return notes;
  }

  /// What was said to answers.
  KeptFeedback feedback() {
    return feedback;
  }

  /// Who may come in.
  Accounts accounts() {
    return accounts;
  }

  /// What nobody wants to meet in an answer.
  KeptOffLimits offLimits() {
    return offLimits;
  }

  /// What shall be forgotten, and what was.
  KeptErasures erasures() {
    return erasures;
  }

  /// What writes the topics of this service.
  KafkaEventWriter writer() {
    return writer;
  }

  /// The encoder that ships with the program.
  TextEncoder encoder() {
    return encoders.base();
  }

  /// The encoders that may answer a user, by the model's name.
  Map<String, TextEncoder> encoders(String user) {
    return served.encoders(user);
  }

  /// What of a user's life may be met.
  ///
  /// @throws RefusedException as long as that is not known
  Allowed mayBeMet(String user) {
    return allowed(user);
  }

  private Allowed allowed(String user) {
    return Allowed.allBut(offLimits.of(user));
  }

  // Every copy of this service has answers of its own in memory.
  private void forgetAnswers(Erasure erasure) {
    long _ =
        recent.forget(erasure.user(), erasure.scope().days()::contains, erasure.ofEverything());
  }

  private void letGo(String user) {
    lives.letGo(user);
  }

  /// Records that are not in the index yet.
  long waiting() throws InterruptedException {
    return days.waiting();
  }

  /// A version that is wanted and cannot be used.
  Optional<String> problem() {
    return encoders.problem().or(company::problem).or(tastes::problem);
  }

  /// What operations are told.
  AnsweringMeters meters() {
    return meters;
  }

  private void reject(String key, Rejected rejected) {
    meters.rejected(rejected.topic());
    writer.write(Topics.RECOMMEND_REJECTED, key, rejected);
  }
}
