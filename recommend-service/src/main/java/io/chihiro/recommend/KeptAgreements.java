package io.chihiro.recommend;

import io.chihiro.door.RefusedException;
import io.chihiro.events.EventWriter;
import io.chihiro.events.TasteAgreed;
import io.chihiro.events.TopicTable;
import io.chihiro.events.Topics;
import java.time.Instant;
import java.util.Optional;

/// `TASTE_AGREEMENTS`, whose only writer this service is: what somebody says holds when the call
/// returns. Thread-safe.
final class KeptAgreements implements AutoCloseable {
  private final EventWriter writer;
  private final TopicTable<TasteAgreed> table;

  KeptAgreements(String broker, EventWriter writer) {
    this.writer = writer;
    this.table =
        new TopicTable<>(broker, "recommend-agreements", Topics.TASTE_AGREEMENTS, (_, _) -> {});
  }

  void start() {
    var _ = table.start();
  }

  /// What somebody has agreed to, if they have.
  ///
  /// @throws RefusedException as long as that is not known
  Optional<TasteAgreed> of(String user) {
    return whole().get(TasteAgreed.keyOf(user));
  }

  /// How many agree.
  ///
  /// @throws RefusedException as long as that is not known
  int count() {
    return whole().all().size();
  }

  /// The same for a metric; nobody while that is not known.
  double counted() {
    return table.all().size();
  }

  /// Somebody agrees; since the first time they said so.
  void agree(String user, Instant now) throws InterruptedException {
    if (of(user).isPresent()) {
      return;
    }
    TasteAgreed agreement = new TasteAgreed(user, now);
    writer.write(Topics.TASTE_AGREEMENTS, agreement.key(), agreement);
    settle();
  }

  /// Somebody does not agree any more.
  void withdraw(String user) throws InterruptedException {
    if (of(user).isEmpty()) {
      return;
    }
    writer.delete(Topics.TASTE_AGREEMENTS, TasteAgreed.keyOf(user));
    settle();
  }

  private void settle() throws InterruptedException {
    writer.flush();
    table.awaitWritten();
  }

  private TopicTable<TasteAgreed> whole() {
    if (!table.whole()) {
      throw RefusedException.notNow("Warming up: who agrees is being read; try again.");
    }
    return table;
  }

  @Override
  public void close() {
    table.close();
  }
}
