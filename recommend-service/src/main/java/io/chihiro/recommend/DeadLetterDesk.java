package io.chihiro.recommend;

import io.chihiro.door.RefusedException;
import io.chihiro.door.ReplayCall;
import io.chihiro.events.DeadLetters;
import io.chihiro.events.DeadLetters.Letter;
import io.chihiro.events.KafkaEventWriter;
import io.chihiro.events.RejectedHandled;
import io.chihiro.events.RejectedHandled.Outcome;
import io.chihiro.events.TopicCreation;
import io.chihiro.events.Topics;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What was rejected: listed, put back through the service that writes there, or put away.
///
/// A record is marked when the owner of its topic has it safe. Killed between the two, it is listed
/// still, and putting it back once more changes nothing.
@ApplicationScoped
public class DeadLetterDesk {
  private final DeadLetters letters;
  private final TopicWriters writers;
  private final InstantSource clock;
  private final KafkaEventWriter writer;

  public DeadLetterDesk(RecommendSettings settings, TopicWriters writers, InstantSource clock) {
    this.letters = new DeadLetters(settings.broker(), "recommend-dead-letters");
    this.writers = writers;
    this.clock = clock;
    TopicCreation.ensure(settings.broker());
    this.writer = new KafkaEventWriter(settings.broker(), "recommend-dead-letters");
  }

  @PreDestroy
  void close() {
    writer.close();
  }

  /// What waits, the newest first.
  List<Letter> of(String user) {
    DeadLetters.Found found = letters.of(user);
    found.oldMarks().forEach(mark -> writer.delete(Topics.REJECTED_HANDLED, mark));
    return found.waiting();
  }

  /// One of those that wait.
  ///
  /// @throws RefusedException if there is none of this name
  static Letter one(List<Letter> waiting, String id) {
    return waiting.stream()
        .filter(letter -> letter.id().toString().equals(id))
        .findFirst()
        .orElseThrow(() -> RefusedException.notFound("Nothing that was rejected has this id."));
  }

  /// Puts records back where they came from. What two services put aside is one record and goes
  /// back once.
  ///
  /// @param waiting all that wait, asked before: what is rejected again looks the same, waits anew
  /// @param wanted some of them
  /// @return of each that stays, why
  Map<String, String> replay(String user, List<Letter> waiting, List<Letter> wanted)
      throws InterruptedException {
    Map<String, Letter> once = new LinkedHashMap<>();
    wanted.forEach(letter -> once.putIfAbsent(letter.record(), letter));
    Map<String, String> stays = putBack(once.values());
    mark(
        user,
        waiting.stream()
            .filter(letter -> once.containsKey(letter.record()))
            .filter(letter -> !stays.containsKey(letter.record()))
            .toList(),
        Outcome.REPLAYED);
    Map<String, String> left = new LinkedHashMap<>();
    wanted.forEach(
        letter ->
            Optional.ofNullable(stays.get(letter.record()))
                .ifPresent(why -> left.put(letter.id().toString(), why)));
    return left;
  }

  /// Says that nobody wants it any more.
  void putAway(String user, Letter letter) {
    mark(user, List.of(letter), Outcome.PUT_AWAY);
  }

  /// @return why one stays, by which record it is
  private Map<String, String> putBack(Collection<Letter> letters) throws InterruptedException {
    Map<String, String> stays = new LinkedHashMap<>();
    for (List<Letter> all :
        letters.stream().collect(Collectors.groupingBy(Letter::from)).values()) {
      for (int from = 0; from < all.size(); from += ReplayCall.AT_ONCE) {
        putBack(all.subList(from, Math.min(from + ReplayCall.AT_ONCE, all.size())), stays);
      }
    }
    return stays;
  }

  private void putBack(List<Letter> some, Map<String, String> stays) throws InterruptedException {
    List<String> ids = some.stream().map(letter -> letter.id().toString()).toList();
    Map<String, String> problems = writers.replay(some.getFirst().from(), ids);
    some.forEach(
        letter ->
            Optional.ofNullable(problems.get(letter.id().toString()))
                .ifPresent(why -> stays.put(letter.record(), why)));
  }

  private void mark(String user, List<Letter> handled, Outcome outcome) {
    for (Letter each : handled) {
      var mark = new RejectedHandled(user, each.id().toString(), outcome, clock.instant());
      writer.write(Topics.REJECTED_HANDLED, mark.key(), mark);
    }
    writer.flush();
  }
}
