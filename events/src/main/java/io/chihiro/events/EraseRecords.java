package io.chihiro.events;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Deletes everything of a user from topics that this service writes.
public final class EraseRecords {
  private final String broker;
  private final String name;
  private final EventWriter writer;

  /// Nothing is asked before [#erase].
  ///
  /// @param name shown in the broker's logs
  public EraseRecords(String broker, String name, EventWriter writer) {
    this.broker = broker;
    this.name = name;
    this.writer = writer;
  }

  /// The keys of a user on a topic that are not deleted.
  private Set<String> keys(Topic<?> topic, String user) {
    // Never the records: those of a topic of texts may be more than a service has memory.
    Set<String> keys = new HashSet<>();
    new UserRecords(broker, name, List.of(topic))
        .each(
            user,
            message -> {
              if (message.value() == null) {
                keys.remove(message.key());
              } else {
                keys.add(message.key());
              }
            });
    return keys;
  }

  /// Deletes all of them; safe when it returns.
  ///
  /// @return how many there were
  public long erase(Topic<?> topic, String user) {
    Set<String> keys = keys(topic, user);
    keys.forEach(key -> writer.delete(topic, key));
    writer.flush();
    return keys.size();
  }
}
