package io.chihiro.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.door.Caller;
import io.chihiro.door.RefusedException;
import io.chihiro.events.KafkaEventWriter;
import io.chihiro.events.ModelTrained;
import io.chihiro.events.Moment;
import io.chihiro.events.TopicCreation;
import io.chihiro.events.Topics;
import io.chihiro.local.EmbeddedBroker;
import io.chihiro.local.EmbeddedCache;
import io.chihiro.models.InMemoryEncoder;
import io.chihiro.models.InMemoryModels;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.SentenceEncoder.Precision;
import io.chihiro.models.SongOrder;
import io.chihiro.models.SongScore;
import io.chihiro.models.TextEncoder;
import io.chihiro.recommend.FeedbackResource.FeedbackView;
import io.chihiro.recommend.FeedbackResource.Said;
import io.chihiro.recommend.RecommendationsResource.Answer;
import io.chihiro.recommend.RecommendationsResource.Question;
import io.chihiro.recommend.RecommendationsResource.SongAnswer;
import io.chihiro.recommend.SongRanking.Ranked;
import io.chihiro.recommend.index.EncodedDays;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Versions change while twenty moods a second are asked, with a real broker and a real Redis; what
/// embedding-service and training-service would write is written here.
///
/// Every answer is laid beside what its version alone would have answered.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SwapIT {
  private static final int ASK_EVERY_MS = 50;
  private static final int SONGS = 8;
  private static final double BETA = 20;
  private static final double ROUNDING = 1e-6;
  private static final String BASE = SentenceEncoder.VERSION;
  private static final List<String> MOODS =
      List.of("glad by the harbour", "awake because of a letter", "far away from my sister");
  private static final List<Moment> MOMENTS = EncodedDays.moments(60);

  @TempDir static Path folder;

  private static EmbeddedBroker broker;
  private static EmbeddedCache cache;
  private static KafkaEventWriter writer;
  private static final InMemoryModels STORE = new InMemoryModels();
  private static final Map<String, TextEncoder> ENCODERS = new HashMap<>();
  private static final TextEncoder ASKING_THE_BASE = new SentenceEncoder(Precision.INT8, 2);
  private static final Map<String, List<Ranked>> EXPECTED = new ConcurrentHashMap<>();

  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final Queue<String> errors = new ConcurrentLinkedQueue<>();
  private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(3);
  private Answering answering = answering();
  private RecommendationsResource recommendations = resource();

  @BeforeAll
  static void start() throws Exception {
    broker = EmbeddedBroker.startAnywhere(folder.resolve("broker"));
    cache = EmbeddedCache.startAnywhere(folder.resolve("redis"));
    writer = new KafkaEventWriter(broker.bootstrapServers(), "swap");
    TopicCreation.ensure(broker.bootstrapServers());
    ENCODERS.put(BASE, new SentenceEncoder(2));
    for (String version : List.of("s1", "s2")) {
      ENCODERS.put(version, new InMemoryEncoder(version, 16));
      STORE.put("sbert", version, () -> new InMemoryEncoder(version, 16));
    }
    MOMENTS.forEach(moment -> writer.write(Topics.MOMENTS, moment.key(), moment));
    writeVectors(BASE, MOMENTS);
    writer.flush();
  }

  @AfterAll
  static void stop() {
    ENCODERS.values().forEach(TextEncoder::close);
    ASKING_THE_BASE.close();
    writer.close();
    cache.close();
    broker.close();
  }

  @BeforeEach
  void begin() {
    answering.start();
    await(this::looksReady);
  }

  @AfterEach
  void end() {
    clock.shutdownNow();
    answering.stop();
  }

  @Test
  @Order(1)
  void aPromotionARollbackAndABrokenVersionCauseNoErrorAndMixNothing() throws Exception {
    ask();
    await(() -> answers.size() > 10);
    announce(ModelRecords.serving("sbert", Instant.now(), "s1"));
    for (Moment moment : MOMENTS) {
      writeVectors("s1", List.of(moment));
      writer.flush();
    }
    await(() -> latest().equals("s1"));
    announce(ModelRecords.serving("base", Instant.now(), BASE));
    await(() -> latest().equals(BASE));
    announce(ModelRecords.serving("sbert", Instant.now(), "s1"));
    await(() -> latest().equals("s1"));
    announce(ModelRecords.serving("sbert", Instant.now(), "broken", "s1"));
    await(() -> answering.problem().isPresent());
    int before = answers.size();
    await(() -> answers.size() > before + 10);

    assertEquals("s1", latest());
    String problem = answering.problem().orElseThrow();
    assertTrue(problem.contains("sbert/broken/model.json is missing"), problem);
    assertEquals(List.of(), List.copyOf(errors));
    assertEquals(List.of(), answers.stream().filter(SwapIT::mixes).toList());
  }

  @Test
  @Order(2)
  void aServiceThatComesBackInTheMiddleOfAPromotionAnswersByTheVersionBefore() throws Exception {
    announce(ModelRecords.serving("sbert", Instant.now(), "s2", "s1"));
    writeVectors("s2", MOMENTS.subList(0, 20));
    writer.flush();
    answering.stop();
    answering = answering();
    recommendations = resource();
    answering.start();
    await(this::looksReady);
    ask();
    await(() -> answers.size() > 10);
    assertEquals("s1", latest());

    writeVectors("s2", MOMENTS.subList(20, MOMENTS.size()));
    writer.flush();
    await(() -> latest().equals("s2"));
    assertEquals(List.of(), List.copyOf(errors));
    assertEquals(List.of(), answers.stream().filter(SwapIT::mixes).toList());
  }

  @Test
  @Order(3)
  void severalModelsAreComparedInOneCall() throws Exception {
    List<String> models = List.of("sbert", "base", "tfidf", "era-prior", "most-played", "random");
    Answer answer = recommendations.answer(question(MOODS.getFirst(), models));

    var compared = answer.compared().orElseThrow();
    assertEquals(models, compared.stream().map(each -> each.model()).toList());
    assertEquals(compared.getFirst().songs(), answer.songs());
    assertEquals("s2", answer.modelVersion());
    assertEquals(15, answer.agreement().orElseThrow().size());
    assertFalse(compared.stream().anyMatch(each -> each.songs().size() < SONGS));
  }

  @Test
  @Order(3)
  void anUnknownModelIsRefusedByItsName() {
    var refused =
        assertThrows(
            RefusedException.class,
            () -> recommendations.answer(question(MOODS.getFirst(), List.of("gpt"))));

    assertEquals(
        "There is no model called \"gpt\" here; there are: sbert, base, tfidf, era-prior,"
            + " most-played, random.",
        refused.detail());
  }

  @Test
  @Order(4)
  void whatIsSaidToASongIsKeptShownAndTakenBack() throws Exception {
    var feedback = new FeedbackResource(answering, new Caller(), Clock.systemUTC());
    Answer answer = recommendations.answer(question(MOODS.getFirst(), null));
    SongAnswer song = answer.songs().get(1);
    await(() -> noProblem(feedback::all));

    var _ = feedback.say(new Said(song.answer(), "took-me-back", null, null));
    FeedbackView kept = feedback.all().feedback().getFirst();
    assertEquals(song.title(), kept.title());
    assertEquals(MOODS.getFirst(), kept.mood());
    assertEquals("s2", kept.modelVersion());
    assertEquals(song.evidence().stream().map(each -> each.date()).toList(), kept.days());

    var _ = feedback.say(new Said(song.answer(), "wrong era", null, null));
    assertEquals(1, feedback.all().feedback().size());
    assertEquals("wrong-era", feedback.all().feedback().getFirst().verdict());

    var _ = feedback.takeBack(kept.id());
    assertEquals(List.of(), feedback.all().feedback());
    assertThrows(RefusedException.class, () -> feedback.takeBack(kept.id()));
    assertThrows(
        RefusedException.class, () -> feedback.say(new Said("gone-1", "not-now", null, null)));
    assertThrows(
        RefusedException.class, () -> feedback.say(new Said(song.answer(), "meh", null, null)));
  }

  private void ask() {
    for (int i = 0; i < 2; i++) {
      var _ =
          clock.scheduleAtFixedRate(
              this::askOnce, (long) i * ASK_EVERY_MS, 2L * ASK_EVERY_MS, TimeUnit.MILLISECONDS);
    }
  }

  private void askOnce() {
    try {
      String mood = MOODS.get(answers.size() % MOODS.size());
      Answer answer = recommendations.answer(question(mood, null));
      EXPECTED.computeIfAbsent(
          answer.modelVersion() + mood, _ -> expected(answer.modelVersion(), mood));
      answers.add(withMood(answer, mood));
    } catch (RuntimeException | InterruptedException e) {
      errors.add(e.toString());
    }
  }

  // The mood goes along in the place of what is missing, which nothing is here.
  private static Answer withMood(Answer answer, String mood) {
    assertEquals(Optional.empty(), answer.missing());
    return new Answer(
        answer.answer(),
        answer.model(),
        answer.modelVersion(),
        answer.songs(),
        Optional.of(mood),
        answer.compared(),
        answer.agreement());
  }

  private String latest() {
    List<Answer> all = new ArrayList<>(answers);
    return all.isEmpty() ? "" : all.getLast().modelVersion();
  }

  private static boolean mixes(Answer answer) {
    List<Ranked> expected = EXPECTED.get(answer.modelVersion() + answer.missing().orElseThrow());
    if (expected == null || expected.size() != answer.songs().size()) {
      return true;
    }
    for (int i = 0; i < expected.size(); i++) {
      if (Math.abs(expected.get(i).score() - answer.songs().get(i).score()) > ROUNDING) {
        return true;
      }
    }
    return false;
  }

  private static List<Ranked> expected(String version, String mood) {
    TextEncoder encoder = Optional.ofNullable(ENCODERS.get(version)).orElseThrow();
    TextEncoder asking = version.equals(BASE) ? ASKING_THE_BASE : encoder;
    IndexedDays days =
        IndexedDays.of(
            MOMENTS.stream()
                .map(moment -> IndexedDay.of(moment, EncodedDays.vectors(moment, encoder)))
                .toList());
    return new SongRanking(new SongOrder(SongScore.USUAL, BETA))
        .rank(days.songs(), days.fits(asking.encode(mood), BETA), SONGS);
  }

  private boolean looksReady() {
    try {
      answering.check();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return answering.ready();
  }

  private static boolean noProblem(Runnable call) {
    try {
      call.run();
      return true;
    } catch (RefusedException _) {
      return false;
    }
  }

  private static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      LockSupport.parkNanos(20_000_000);
    }
  }

  private static void announce(ModelTrained model) {
    writer.write(Topics.MODELS, model.name(), model);
    writer.flush();
  }

  private static void writeVectors(String version, List<Moment> moments) {
    TextEncoder encoder = Optional.ofNullable(ENCODERS.get(version)).orElseThrow();
    for (Moment moment : moments) {
      var vectors = EncodedDays.vectors(moment, encoder);
      writer.write(Topics.VECTORS, vectors.key(), vectors);
    }
  }

  private static Question question(String mood, @Nullable List<String> models) {
    return new Question(mood, SONGS, null, models, null, null);
  }

  private static Answering answering() {
    return new Answering(
        new OwnSettings(broker.bootstrapServers(), cache.uri()),
        STORE,
        Clock.systemUTC(),
        new SimpleMeterRegistry());
  }

  private RecommendationsResource resource() {
    return new RecommendationsResource(
        answering,
        new OwnSettings(broker.bootstrapServers(), cache.uri()),
        new Caller(),
        Clock.systemUTC(),
        new SimpleMeterRegistry());
  }
}
