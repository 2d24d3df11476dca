package io.chihiro.events;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
/// puts them aside again, with the new reason. A record goes back only where its own bytes still
/// lie: otherwise something newer took its place, or it was deleted and the broker has forgotten
/// it, and putting it back would undo that.
public final class ReplayRejected {
  private static final Logger LOG = LoggerFactory.getLogger(ReplayRejected.class);
  private static final String GONE = "It lies there no more, or its own record cannot be read.";
  private static final String SUPERSEDED =
      "Something newer has taken its place meanwhile, or it was deleted; put it away.";

  private final String broker;
  private final String name;
  private final KafkaEventWriter writer;
  private final Map<String, Topic<?>> own;
  private final Map<String, PutBack> others;
  private final Alone alone;
  private final UserRecords rejected;

  /// Keeps everybody else from writing to the service's topics.
  @FunctionalInterface
  public interface Alone {
    /// Does something while nobody else writes.
    void run(Runnable work);
  }

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
    this(broker, name, writer, own, others, Runnable::run);
  }

  /// A replay for a service that lets one at a time write to its topics.
  ///
  /// @param alone so that nothing newer comes between the look at what lies there and the writing
  public ReplayRejected(
      String broker,
      String name,
      KafkaEventWriter writer,
      List<? extends Topic<?>> own,
      Map<String, PutBack> others,
      Alone alone) {
    this.broker = broker;
    this.name = name;
    this.writer = writer;
    this.own = own.stream().collect(Collectors.toMap(Topic::name, Function.identity()));
    this.others = others;
    this.alone = alone;
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
    Map<String, Rejected> records = new LinkedHashMap<>();
    chosen.forEach(
        (id, each) -> {
          if (own.containsKey(each.topic())) {
            records.put(id, each);
          } else {
            takeIn(user, each).ifPresent(why -> left.put(id, why));
          }
        });
    alone.run(() -> left.putAll(putBack(user, records)));
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
          .flatMap(bytes -> Wire.find(message.key(), bytes, Rejected.class));
    } catch (UnreadableRecordException e) {
      LOG.warn("{} cannot be put back: {}", RejectedId.of(message), e.problem());
      return Optional.empty();
    }
  }

  private Optional<String> takeIn(String user, Rejected each) {
    PutBack other = others.get(each.topic());
    return other == null
        ? Optional.of("Nobody here takes in what came from " + each.topic() + ".")
        : other.again(user, each);
  }

  /// @return of each that stays where it is, why
  private Map<String, String> putBack(String user, Map<String, Rejected> records) {
    Map<String, Map<String, byte[]>> latest = latest(user, records.values());
    Map<String, String> left = new LinkedHashMap<>();
    records.forEach(
        (id, each) -> {
          byte[] raw = Base64.getDecoder().decode(each.rawBase64());
          if (Arrays.equals(raw, latest.getOrDefault(each.topic(), Map.of()).get(each.key()))) {
            writer.writeAgain(Objects.requireNonNull(own.get(each.topic())), each.key(), raw);
          } else {
            left.put(id, SUPERSEDED);
          }
        });
    writer.flush();
    return left;
  }

  /// What lies under the keys of the chosen now, by topic; nothing where it was deleted.
  private Map<String, Map<String, byte[]>> latest(String user, Collection<Rejected> chosen) {
    Map<String, Map<String, byte[]>> latest = new HashMap<>();
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
      ConsumerRecord<String, byte[]> message, Map<String, Map<String, byte[]>> latest) {
    Map<String, byte[]> there = latest.computeIfAbsent(message.topic(), _ -> new HashMap<>());
    if (message.value() == null) {
      there.remove(message.key());
      return;
    }
    there.put(message.key(), message.value());
  }
}
