package io.chihiro.recommend.index;

import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// A hash tag for each master of a Redis Cluster: the first number whose slot it serves.
final class ClusterTags {
  private ClusterTags() {}

  static List<String> ofEachMaster(Iterable<RedisClusterNode> nodes) {
    List<RedisClusterNode> masters = new ArrayList<>();
    for (RedisClusterNode node : nodes) {
      if (node.getRole().isUpstream() && !node.getSlots().isEmpty()) {
        masters.add(node);
      }
    }
    return masters.stream()
        .map(ClusterTags::tag)
        .sorted(Comparator.comparingInt(Integer::parseInt))
        .toList();
  }

  private static String tag(RedisClusterNode node) {
    return IntStream.iterate(0, number -> number + 1)
        .mapToObj(Integer::toString)
        .filter(number -> node.hasSlot(SlotHash.getSlot(number)))
        .findFirst()
        .orElseThrow();
  }
}
