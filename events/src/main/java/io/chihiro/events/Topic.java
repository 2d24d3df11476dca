package io.chihiro.events;

import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/// A topic and the one kind of record on it.
///
/// @param name on the broker
/// @param type of every record on it
/// @param cleanup what the broker may forget
public record Topic<E extends Event>(String name, Class<E> type, Cleanup cleanup) {
  /// What the broker may forget.
  public enum Cleanup {
    /// Only what a later record of the same key replaced.
    COMPACT,
    /// The oldest, after thirty days.
    DELETE
  }

  private static final String THIRTY_DAYS_MS = String.valueOf(30L * 24 * 60 * 60 * 1000);
  /// What was deleted has left the broker's disk a day later, however little is written meanwhile.
  public static final String A_DAY_MS = String.valueOf(24L * 60 * 60 * 1000);

  private static final String FOREVER = "-1";

  /// How the broker is asked to create it.
  ///
  /// Retention by time goes by the record's own time stamp: a play of last year would be gone
  /// within minutes under any limit, so compacted topics have none.
  public NewTopic definition(int partitions, short replicas) {
    Map<String, String> config =
        switch (cleanup) {
          case COMPACT ->
              Map.of(
                  TopicConfig.CLEANUP_POLICY_CONFIG,
                  TopicConfig.CLEANUP_POLICY_COMPACT,
                  TopicConfig.RETENTION_MS_CONFIG,
                  FOREVER,
                  TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
                  A_DAY_MS);
          case DELETE ->
              Map.of(
                  TopicConfig.CLEANUP_POLICY_CONFIG,
                  TopicConfig.CLEANUP_POLICY_DELETE,
                  TopicConfig.RETENTION_MS_CONFIG,
                  THIRTY_DAYS_MS,
                  TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                  "LogAppendTime");
        };
    return new NewTopic(name, partitions, replicas).configs(config);
  }
}
