package io.chihiro.recommend.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.local.EmbeddedCache;
import io.lettuce.core.RedisClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The same contract with a real Redis in a process of its own.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RedisDaysIT extends DayStoreContract {
  @TempDir static Path folder;

  private static EmbeddedCache cache;
  private static RedisCache connection;
  private static RedisDays days;

  @BeforeAll
  static void start() throws InterruptedException {
    cache = EmbeddedCache.startAnywhere(folder.resolve("redis"));
    connection = RedisCache.connect(cache.uri(), Optional.empty());
    days = new RedisDays(connection, "1");
  }

  @AfterAll
  static void stop() {
    connection.close();
    cache.close();
  }

  @BeforeEach
  void empty() {
    flush(cache.uri());
  }

  @Override
  DayStore store() {
    return days;
  }

  @Test
  void aFlushedRedisClaimsNothing() {
    days.apply(
        List.of(DayRecords.moment("owner", DayRecords.DAY, "A day.")), Map.of("moments-0", 1L));
    flush(cache.uri());

    assertEquals(Map.of(), days.positions());
    assertEquals(List.of(), days.moments("owner"));
  }

  @Test
  void whatWasKeptIsSeenByTheNextProcess() {
    days.apply(
        List.of(DayRecords.moment("owner", DayRecords.DAY, "A day.")), Map.of("moments-0", 1L));

    try (RedisCache next = RedisCache.connect(cache.uri(), Optional.empty())) {
      RedisDays restarted = new RedisDays(next, "1");
      assertEquals(Map.of("moments-0", 1L), restarted.positions());
      assertEquals(1, restarted.moments("owner").size());
    }
  }

  @Test
  void aRedisThatIsGoneIsSaidInASentenceWithoutContent(@TempDir Path other) throws Exception {
    EmbeddedCache gone = EmbeddedCache.startAnywhere(other);
    try (RedisCache lost = RedisCache.connect(gone.uri(), Optional.empty())) {
      RedisDays store = new RedisDays(lost, "1");
      gone.process().destroyForcibly();
      gone.process().onExit().get(10, TimeUnit.SECONDS);

      var day = List.of(DayRecords.moment("owner", DayRecords.DAY, "the day I wept"));
      assertSentence(assertThrows(IllegalStateException.class, () -> store.moments("owner")));
      assertSentence(assertThrows(IllegalStateException.class, store::positions));
      assertSentence(assertThrows(IllegalStateException.class, () -> store.apply(day, Map.of())));
    }
  }

  @Test
  void aCacheOfTheOlderShapeIsFilledAgain() {
    RedisClient client = RedisClient.create(cache.uri());
    try (var connection = client.connect()) {
      var _ = connection.sync().hset("chihiro:positions", "vectors-0", "7");
      var _ = connection.sync().hset("chihiro:{owner}:vectors", "2024-03-05", "{}");
      assertEquals(Map.of(), new RedisDays(RedisDaysIT.connection, "1").positions());
      assertEquals(0, connection.sync().exists("chihiro:positions", "chihiro:{owner}:vectors"));
    } finally {
      client.shutdown();
    }
  }

  @Test
  void anotherCopyHasAnIndexOfItsOwn() {
    RedisDays other = new RedisDays(connection, "2");
    days.apply(
        List.of(DayRecords.moment("owner", DayRecords.DAY, "A day.")), Map.of("moments-0", 1L));

    assertEquals(Map.of(), other.positions());
    assertEquals(List.of(), other.moments("owner"));
    other.apply(List.of(), Map.of("moments-0", 9L));
    assertEquals(Map.of("moments-0", 1L), days.positions());
  }

  private static void assertSentence(IllegalStateException problem) {
    String message = String.valueOf(problem.getMessage());
    assertTrue(message.startsWith("cannot use the cache: "), message);
    assertTrue(!message.contains("wept"), message);
  }

  private static void flush(String address) {
    RedisClient client = RedisClient.create(address);
    try (var connection = client.connect()) {
      connection.sync().flushall();
    } finally {
      client.shutdown();
    }
  }
}
