package io.chihiro.recommend;

import io.chihiro.door.RefusedException;
import io.chihiro.events.EventWriter;
import io.chihiro.events.Feedback;
import io.chihiro.events.Keys;
import io.chihiro.events.TopicTable;
import io.chihiro.events.Topics;
import java.util.List;
import java.util.function.Predicate;

/// `what is said → FEEDBACK`, and back: this service is the topic's only writer.
///
/// Whoever has written reads what they wrote: a call returns when the table shows it.
final class KeptFeedback implements AutoCloseable {
  private final EventWriter writer;
  private final TopicTable<Feedback> table;

  KeptFeedback(String broker, EventWriter writer) {
    this.writer = writer;
    this.table = new TopicTable<>(broker, "recommend-feedback", Topics.FEEDBACK, (_, _) -> {});
  }

  void start() {
    var _ = table.start();
  }

  /// Keeps what was said; it is safe when this returns.
  void keep(Feedback feedback) throws InterruptedException {
    writer.write(Topics.FEEDBACK, feedback.key(), feedback);
    writer.flush();
    table.awaitWritten();
  }

  /// Takes back what was said to a song of an answer; whether there was anything.
  boolean forget(String user, String answer) throws InterruptedException {
    String key = Keys.of(user, answer);
    if (whole().get(key).isEmpty()) {
      // Another copy may have written it a moment ago.
      table.awaitWritten();
    }
    if (table.get(key).isEmpty()) {
      return false;
    }
    writer.delete(Topics.FEEDBACK, key);
    writer.flush();
    table.awaitWritten();
    return true;
  }

  /// Forgets what a user said of some answers; safe when it returns.
  ///
  /// @return how much that was
  long forgetAll(String user, Predicate<Feedback> which) throws InterruptedException {
    List<Feedback> going = of(user).stream().filter(which).toList();
    going.forEach(said -> writer.delete(Topics.FEEDBACK, said.key()));
    writer.flush();
    table.awaitWritten();
    return going.size();
  }

  /// Everything a user has said.
  List<Feedback> of(String user) {
    return List.copyOf(whole().of(user).values());
  }

  @Override
  public void close() {
    table.close();
  }

  private TopicTable<Feedback> whole() {
    if (!table.whole()) {
      throw RefusedException.notNow("Warming up: what was said is being read; try again.");
    }
    return table;
  }
}
