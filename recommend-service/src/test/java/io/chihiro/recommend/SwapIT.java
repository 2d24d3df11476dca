package io.chihiro.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.Moment;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.SentenceEncoder.Precision;
import io.chihiro.models.SongOrder;
import io.chihiro.models.SongScore;
import io.chihiro.models.TextEncoder;
import io.chihiro.recommend.RecommendationsResource.Answer;
import io.chihiro.recommend.SongRanking.Ranked;
import io.chihiro.recommend.index.EncodedDays;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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

/// Versions change while twenty moods a second are asked, with a real broker and a real Redis.
///
/// Every answer is laid beside what its version alone would have answered.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SwapIT {
  private static final int ASK_EVERY_MS = 50;
  private static final double BETA = 20;
  private static final double ROUNDING = 1e-6;

  @TempDir static Path folder;

  private static SwapWorld world;
  private static final TextEncoder ASKING_THE_BASE = new SentenceEncoder(Precision.INT8, 2);
  private static final Map<String, List<Ranked>> EXPECTED = new ConcurrentHashMap<>();

  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final Queue<String> errors = new ConcurrentLinkedQueue<>();
  private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(3);
  private SwapWorld.Service service;

  @BeforeAll
  static void begin() throws Exception {
    world = new SwapWorld(folder);
  }

  @AfterAll
  static void end() {
    ASKING_THE_BASE.close();
    world.close();
  }

  @BeforeEach
  void start() {
    service = world.start();
  }

  @AfterEach
  void stop() {
    clock.shutdownNow();
    service.stop();
  }

  @Test
  @Order(1)
  void aPromotionARollbackAndABrokenVersionCauseNoErrorAndMixNothing() throws Exception {
    ask();
    SwapWorld.await(() -> answers.size() > 10);
    world.announce(ModelRecords.serving("sbert", Instant.now(), "s1"));
    for (Moment moment : SwapWorld.MOMENTS) {
      world.writeVectors("s1", List.of(moment));
    }
    SwapWorld.await(() -> latest().equals("s1"));
    world.announce(ModelRecords.serving("base", Instant.now(), SwapWorld.BASE));
    SwapWorld.await(() -> latest().equals(SwapWorld.BASE));
    world.announce(ModelRecords.serving("sbert", Instant.now(), "s1"));
    SwapWorld.await(() -> latest().equals("s1"));
    world.announce(ModelRecords.serving("sbert", Instant.now(), "broken", "s1"));
    SwapWorld.await(() -> service.answering().problem().isPresent());
    int before = answers.size();
    SwapWorld.await(() -> answers.size() > before + 10);

    assertEquals("s1", latest());
    String problem = service.answering().problem().orElseThrow();
    assertTrue(problem.contains("sbert/broken/model.json is missing"), problem);
    assertEquals(List.of(), List.copyOf(errors));
    assertEquals(List.of(), answers.stream().filter(SwapIT::mixes).toList());
  }

  @Test
  @Order(2)
  void aServiceThatComesBackInTheMiddleOfAPromotionAnswersByTheVersionBefore() throws Exception {
    world.announce(ModelRecords.serving("sbert", Instant.now(), "s2", "s1"));
    world.writeVectors("s2", SwapWorld.MOMENTS.subList(0, 20));
    service.stop();
    start();
    ask();
    SwapWorld.await(() -> answers.size() > 10);
    assertEquals("s1", latest());

    world.writeVectors("s2", SwapWorld.MOMENTS.subList(20, SwapWorld.MOMENTS.size()));
    SwapWorld.await(() -> latest().equals("s2"));
    assertEquals(List.of(), List.copyOf(errors));
    assertEquals(List.of(), answers.stream().filter(SwapIT::mixes).toList());
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
      String mood = SwapWorld.MOODS.get(answers.size() % SwapWorld.MOODS.size());
      Answer answer = service.answer(mood, null);
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
    TextEncoder encoder = world.encoder(version);
    TextEncoder asking = version.equals(SwapWorld.BASE) ? ASKING_THE_BASE : encoder;
    IndexedDays days =
        IndexedDays.of(
            SwapWorld.MOMENTS.stream()
                .map(moment -> IndexedDay.of(moment, EncodedDays.vectors(moment, encoder)))
                .toList());
    return new SongRanking(new SongOrder(SongScore.USUAL, BETA))
        .rank(days.songs(), days.fits(asking.encode(mood), BETA), SwapWorld.SONGS);
  }
}
