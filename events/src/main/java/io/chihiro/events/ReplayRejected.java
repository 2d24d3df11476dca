package io.chihiro.events;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts rejected records back to where they came from, for the one service that writes there.
///
/// The bytes go back as they are, whether or not they can be read by now: whoever cannot read them
/// puts them aside again, with the new reason. A record under whose key something newer lies stays
/// where it is: putting it back would undo the newer one.
public final class ReplayRejected {
  private static final Logger LOG = LoggerFactory.getLogger(ReplayRejected.class);
  private static final String GONE = "It lies there no more, or its own record cannot be read.";
  private static final String SUPERSEDED =
      "Something newer has taken its place meanwhile; put it away.";

  private final String broker;
  private final String name;
  private final KafkaEventWriter writer;
  private final Map<String, Topic<?>> own;
  private final Map<String, PutBack> others;
  private final UserRecords rejected;

  /// How a thing that came from no topic is taken in once more.
  @FunctionalInterface
  public interface PutBack {
    /// Takes it in once more.
    ///
    /// @return why that cannot be, as a sentence
    Optional<String> again(String user, Rejected rejected);
  }

  /// A replay of what came from a service's own topics.
  ///
  /// @param own the topics that the service writes
  /// @param others what came from elsewhere, such as `bucket`, and is the service's business
  public ReplayRejected(
      String broker,
      String name,
      KafkaEventWriter writer,
      List<? extends Topic<?>> own,
      Map<String, PutBack> others) {
    this.broker = broker;
    this.name = name;
    this.writer = writer;
    this.own = own.stream().collect(Collectors.toMap(Topic::name, Function.identity()));
    this.others = others;
    this.rejected = new UserRecords(broker, name, Topics.REJECTED);
  }

  /// Puts back what is named; it is safe when this returns.
  ///
  /// @param ids as [RejectedId] writes them
  /// @return of each that stays where it is, why
  public Map<String, String> replay(String user, Collection<String> ids) {
    Map<String, String> left = new LinkedHashMap<>();
    Map<String, Rejected> chosen = chosen(user, Set.copyOf(ids));
    ids.stream().filter(id -> !chosen.containsKey(id)).forEach(id -> left.put(id, GONE));
    Map<String, Map<String, Optional<byte[]>>> latest = latest(user, chosen.values());
    chosen.forEach((id, each) -> putBack(user, each, latest).ifPresent(why -> left.put(id, why)));
    writer.flush();
    return left;
  }

  private Map<String, Rejected> chosen(String user, Set<String> ids) {
    Map<String, Rejected> chosen = new LinkedHashMap<>();
    rejected.each(
        user,
        message -> {
          String id = RejectedId.of(message).toString();
          if (ids.contains(id)) {
            read(message).ifPresent(rejected -> chosen.put(id, rejected));
          }
        });
    return chosen;
  }

  private static Optional<Rejected> read(ConsumerRecord<String, byte[]> message) {
    try {
      return Optional.ofNullable(message.value())
          .map(bytes -> Wire.read(message.key(), bytes, Rejected.class));
    } catch (UnreadableRecordException e) {
      LOG.warn("{} cannot be put back: {}", RejectedId.of(message), e.problem());
      return Optional.empty();
    }
  }

  private Optional<String> putBack(
      String user, Rejected each, Map<String, Map<String, Optional<byte[]>>> latest) {
    Topic<?> topic = own.get(each.topic());
    if (topic == null) {
      PutBack other = others.get(each.topic());
      return other == null
          ? Optional.of("Nobody here takes in what came from " + each.topic() + ".")
          : other.again(user, each);
    }
    byte[] raw = Base64.getDecoder().decode(each.rawBase64());
    Optional<byte[]> there = latest.getOrDefault(topic.name(), Map.of()).get(each.key());
    if (there != null && there.filter(bytes -> Arrays.equals(bytes, raw)).isEmpty()) {
      return Optional.of(SUPERSEDED);
    }
    writer.writeAgain(topic, each.key(), raw);
    return Optional.empty();
  }

  /// What lies under the keys of the chosen now, by topic; empty where the last word is a deletion.
  private Map<String, Map<String, Optional<byte[]>>> latest(
      String user, Collection<Rejected> chosen) {
    Map<String, Map<String, Optional<byte[]>>> latest = new HashMap<>();
    Map<String, Set<String>> keys =
        chosen.stream()
            .collect(
                Collectors.groupingBy(
                    Rejected::topic, Collectors.mapping(Rejected::key, Collectors.toSet())));
    List<Topic<?>> asked = new ArrayList<>(own.values());
    asked.removeIf(topic -> !keys.containsKey(topic.name()));
    new UserRecords(broker, name, asked)
        .each(
            user,
            message -> {
              if (keys.getOrDefault(message.topic(), Set.of()).contains(message.key())) {
                note(message, latest);
              }
            });
    return latest;
  }

  private static void note(
      ConsumerRecord<String, byte[]> message, Map<String, Map<String, Optional<byte[]>>> latest) {
    latest
        .computeIfAbsent(message.topic(), _ -> new HashMap<>())
        .put(message.key(), Optional.ofNullable(message.value()));
  }
}
