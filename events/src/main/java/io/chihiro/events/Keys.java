package io.chihiro.events;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/// Record keys: `user/rest`. The first part alone decides the partition, so that all of one life
/// meets in one partition and no step needs a repartition topic.
public final class Keys {
  static final char SEPARATOR = '/';

  private Keys() {}

  /// The key of something that belongs to a user.
  ///
  /// @param user without `/`
  /// @param rest at least one part
  public static String of(String user, String... rest) {
    return Check.user(user) + SEPARATOR + String.join(String.valueOf(SEPARATOR), rest);
  }

  /// The first part of a key; the whole key if it has only one.
  public static String user(String key) {
    int end = key.indexOf(SEPARATOR);
    return end < 0 ? key : key.substring(0, end);
  }

  /// What follows the user.
  public static String rest(String key) {
    return key.substring(key.indexOf(SEPARATOR) + 1);
  }

  /// The partition of a key among `partitions`: Kafka's murmur2 of the user alone.
  public static int partition(String key, int partitions) {
    byte[] user = user(key).getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(user)) % partitions;
  }
}
