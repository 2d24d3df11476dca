package io.chihiro.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserPartitionerTest {
  private static final int PARTITIONS = 4;

  @Test
  void allOfOneLifeMeetsInOnePartition() {
    List<String> keys =
        List.of(
            Examples.page().key(),
            Examples.entry().key(),
            Examples.play().key(),
            Examples.moment().key(),
            Examples.vectors().key(),
            "owner");

    assertEquals(1, keys.stream().map(UserPartitionerTest::partition).distinct().count());
  }

  @Test
  void manyUsersSpreadOverEveryPartition() {
    var users =
        IntStream.range(0, 1000)
            .mapToObj(i -> Keys.of("user-" + i, "2024-03-05"))
            .collect(Collectors.groupingBy(UserPartitionerTest::partition, Collectors.counting()));

    assertEquals(Set.of(0, 1, 2, 3), users.keySet());
    assertTrue(users.values().stream().allMatch(count -> count > 150), users::toString);
  }

  @Test
  void theProducersPartitionerAgreesWithTheKeys() {
    try (UserPartitioner partitioner = new UserPartitioner()) {
      for (String user : List.of("owner", "anna", "ömer")) {
        String key = Keys.of(user, "2024-03-05");
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        assertEquals(
            partition(key),
            partitioner.partition("moments", key, bytes, "", new byte[0], cluster()));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"owner, 2", "anna, 3"})
  void aUserStaysInThePartitionOfTheLastRelease(String user, int partition) {
    assertEquals(partition, Keys.partition(Keys.of(user, "x"), PARTITIONS));
  }

  @Test
  void aKeyComesApartAsItWasPutTogether() {
    String key = Keys.of("owner", "2024-03-05", "all-minilm-l6-v2-256");

    assertEquals("owner/2024-03-05/all-minilm-l6-v2-256", key);
    assertEquals("owner", Keys.user(key));
    assertEquals("2024-03-05/all-minilm-l6-v2-256", Keys.rest(key));
  }

  private static int partition(String key) {
    return Keys.partition(key, PARTITIONS);
  }

  private static Cluster cluster() {
    Node node = new Node(0, "127.0.0.1", 9092);
    Node[] nodes = {node};
    List<PartitionInfo> partitions =
        IntStream.range(0, PARTITIONS)
            .mapToObj(i -> new PartitionInfo("moments", i, node, nodes, nodes))
            .toList();
    return new Cluster("test", List.of(node), partitions, Set.of(), Set.of());
  }
}
