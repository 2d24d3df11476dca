package io.chihiro.recommend.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.local.EmbeddedCache;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The same contract with a real Redis Cluster of three nodes, each in a process of its own.
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class ClusterDaysIT extends DayStoreContract {
  private static final int SLOTS = 16_384;
  private static final int NODES = 3;

  @TempDir static Path folder;

  private static final List<EmbeddedCache> NODES_STARTED = new ArrayList<>();
  private static RedisCache connection;
  private static RedisDays days;

  @BeforeAll
  static void start() throws InterruptedException {
    for (int i = 0; i < NODES; i++) {
      NODES_STARTED.add(EmbeddedCache.startNode(folder.resolve("node-" + i)));
    }
    for (int i = 0; i < NODES; i++) {
      int from = i * SLOTS / NODES;
      int[] slots = IntStream.range(from, (i + 1) * SLOTS / NODES).toArray();
      on(i, commands -> commands.clusterAddSlots(slots));
      int met = (i + 1) % NODES;
      on(i, commands -> commands.clusterMeet("127.0.0.1", port(met)));
    }
    awaitWhole();
    connection =
        RedisCache.connect(
            NODES_STARTED.stream().map(EmbeddedCache::uri).collect(Collectors.joining(",")),
            Optional.empty());
    days = new RedisDays(connection, "1");
  }

  @AfterAll
  static void stop() {
    connection.close();
    NODES_STARTED.forEach(EmbeddedCache::close);
  }

  @BeforeEach
  void empty() {
    IntStream.range(0, NODES).forEach(node -> on(node, RedisCommands::flushall));
  }

  @Override
  DayStore store() {
    return days;
  }

  @Test
  void usersAreSpreadOverTheNodesAndOneUsersDaysLieTogether() {
    for (int i = 0; i < 30; i++) {
      String user = "user-" + i;
      days.apply(
          List.of(
              DayRecords.moment(user, DayRecords.DAY, "A day."),
              DayRecords.moment(user, DayRecords.DAY.plusDays(1), "Another.")),
          Map.of("moments-0", i + 1L));
    }

    List<Set<String>> users = IntStream.range(0, NODES).mapToObj(ClusterDaysIT::usersOn).toList();
    assertTrue(users.stream().noneMatch(Set::isEmpty), users.toString());
    assertEquals(30, users.stream().mapToInt(Set::size).sum(), "nobody is on two nodes");
    assertEquals(2, days.moments("user-7").size());
    assertEquals(Map.of("moments-0", 30L), days.positions());
  }

  @Test
  void aNodeThatHasLostItsDaysTakesTheClaimOfAllWithIt() {
    days.apply(
        List.of(DayRecords.moment("owner", DayRecords.DAY, "A day.")), Map.of("moments-0", 1L));
    on(1, RedisCommands::flushall);

    assertEquals(Map.of(), days.positions());
  }

  @Test
  void aNodeThatIsBehindHoldsTheClaimBack() {
    days.apply(List.of(), Map.of("moments-0", 1L, "vectors-0", 5L));
    List<String> tags = connection.tagsOfNodes();
    assertEquals(NODES, tags.size());
    var _ =
        connection
            .questions()
            .hset("chihiro:positions:by-version:{" + tags.get(2) + "}", "vectors-0", bytes("3"));

    assertEquals(Map.of("moments-0", 1L, "vectors-0", 3L), days.positions());
  }

  @Test
  void aNoteIsTakenOnce() {
    RedisNotes notes = new RedisNotes(connection);
    notes.keep("link:1", bytes("haku"), Duration.ofMinutes(1));

    assertTrue(notes.find("link:1").isPresent());
    assertTrue(notes.take("link:1").isPresent());
    assertTrue(notes.take("link:1").isEmpty());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Set<String> usersOn(int node) {
    return new HashSet<>(
        asked(node, commands -> commands.keys("chihiro:{user-*")).stream()
            .map(key -> key.substring(key.indexOf('{'), key.indexOf('}')))
            .toList());
  }

  private static void awaitWhole() throws InterruptedException {
    for (int node = 0; node < NODES; node++) {
      while (!asked(node, RedisCommands::clusterInfo).contains("cluster_state:ok")
          || !asked(node, RedisCommands::clusterInfo).contains("cluster_known_nodes:" + NODES)) {
        Thread.sleep(Duration.ofMillis(50));
      }
    }
  }

  private static int port(int node) {
    String uri = NODES_STARTED.get(node).uri();
    return Integer.parseInt(uri.substring(uri.lastIndexOf(':') + 1));
  }

  private static void on(int node, Consumer<RedisCommands<String, String>> work) {
    var _ =
        asked(
            node,
            commands -> {
              work.accept(commands);
              return node;
            });
  }

  private static <T> T asked(int node, Function<RedisCommands<String, String>, T> question) {
    RedisClient client = RedisClient.create(NODES_STARTED.get(node).uri());
    try (var one = client.connect()) {
      return question.apply(one.sync());
    } finally {
      client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
    }
  }
}
