package io.chihiro.events;

import java.util.Map;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;

/// Sends every record of one user to one partition; see [Keys#partition].
public final class UserPartitioner implements Partitioner {
  @Override
  public int partition(
      String topic, Object key, byte[] keyBytes, Object value, byte[] valueBytes, Cluster cluster) {
    return Keys.partition((String) key, cluster.partitionsForTopic(topic).size());
  }

  @Override
  public void configure(Map<String, ?> configs) {}

  @Override
  public void close() {}
}
