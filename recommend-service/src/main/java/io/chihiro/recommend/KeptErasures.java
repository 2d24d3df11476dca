package io.chihiro.recommend;

import io.chihiro.door.RefusedException;
import io.chihiro.events.Erasure;
import io.chihiro.events.Erasure.Scope;
import io.chihiro.events.Erasure.Subject;
import io.chihiro.events.EventWriter;
import io.chihiro.events.TopicTable;
import io.chihiro.events.Topics;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// `ERASURES`, whose only writer this service is: what shall be forgotten and how far that is, safe
/// at every step. Thread-safe.
final class KeptErasures implements AutoCloseable {
  private final EventWriter writer;
  private final TopicTable<Erasure> table;

  /// @param changed told of each as it is now, whichever copy of this service has written it
  KeptErasures(String broker, EventWriter writer, Consumer<Erasure> changed) {
    this.writer = writer;
    this.table =
        new TopicTable<>(
            broker,
            "recommend-erasures",
            Topics.ERASURES,
            (_, erasure) -> erasure.ifPresent(changed));
  }

  void start() {
    var _ = table.start();
  }

  boolean isKnown() {
    return table.whole();
  }

  /// A user's, the latest first.
  List<Erasure> of(String user) {
    return whole().of(user).values().stream()
        .sorted(Comparator.comparing(Erasure::askedAt).reversed())
        .toList();
  }

  /// One of a user's.
  Optional<Erasure> find(String user, String id) {
    return of(user).stream().filter(each -> each.erasure().equals(id)).findFirst();
  }

  /// Everybody's that are not finished, the oldest first.
  List<Erasure> open() {
    return whole().all().values().stream()
        .filter(each -> each.finishedAt().isEmpty())
        .sorted(Comparator.comparing(Erasure::askedAt))
        .toList();
  }

  /// Whether all there is of a user is being forgotten.
  boolean isGoing(String user) {
    return open().stream().anyMatch(each -> each.user().equals(user) && each.ofEverything());
  }

  /// Keeps that something shall be forgotten.
  Erasure begin(String user, Subject subject, Scope scope, Instant now) {
    return keep(Erasure.asked(user, UUID.randomUUID().toString(), subject, scope, now));
  }

  /// Keeps one as it is now; shown at once.
  Erasure keep(Erasure erasure) {
    writer.write(Topics.ERASURES, erasure.key(), erasure);
    writer.flush();
    table.put(erasure.key(), erasure);
    return erasure;
  }

  /// Forgets a user's finished ones.
  ///
  /// @return how many there were
  long forgetFinished(String user) {
    List<Erasure> going = of(user).stream().filter(each -> each.finishedAt().isPresent()).toList();
    going.forEach(each -> writer.delete(Topics.ERASURES, each.key()));
    writer.flush();
    going.forEach(each -> table.remove(each.key()));
    return going.size();
  }

  @Override
  public void close() {
    table.close();
  }

  private TopicTable<Erasure> whole() {
    if (!table.whole()) {
      throw RefusedException.notNow("Warming up: what was forgotten is being read; try again.");
    }
    return table;
  }
}
