package io.chihiro.acceptance;

import io.chihiro.events.Keys;
import io.chihiro.events.Topic;
import io.chihiro.events.Topics;
import io.chihiro.events.UserRecords;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// What the topics hold of somebody, by key: records that no later one has deleted.
record LiveKeys(String broker) {
  static LiveKeys of(RunningSystem system) {
    return new LiveKeys("127.0.0.1:" + system.ports().broker());
  }

  /// The keys of a user on every topic that holds any, without the user.
  SortedMap<String, Set<String>> of(String user) {
    SortedMap<String, Set<String>> keys = new TreeMap<>();
    for (Topic<?> topic : Topics.ALL) {
      if (!Topics.REJECTED.contains(topic)) {
        of(topic, user)
            .forEach(key -> keys.computeIfAbsent(topic.name(), _ -> new TreeSet<>()).add(key));
      }
    }
    return keys;
  }

  private Set<String> of(Topic<?> topic, String user) {
    Set<String> keys = new TreeSet<>();
    new UserRecords(broker, "acceptance-keys", List.of(topic))
        .latest(user)
        .keySet()
        .forEach(key -> keys.add(Keys.rest(key)));
    return keys;
  }
}
