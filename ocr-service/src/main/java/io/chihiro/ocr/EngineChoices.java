package io.chihiro.ocr;

import io.chihiro.events.EnginesChosen;
import io.chihiro.events.EventWriter;
import io.chihiro.events.Topics;
import io.chihiro.events.Vocabulary;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.KafkaException;

/// How each user wants the journal to be read, and the only place that writes it. Thread-safe:
/// changes happen one after another.
public final class EngineChoices {
  private final Shelf<EnginesChosen> shelf;
  private final CountDownLatch opened = new CountDownLatch(1);

  /// Choices that are not open yet; see [#open].
  public EngineChoices(EventWriter writer) {
    this.shelf = new Shelf<>(Topics.JOURNAL_SETTINGS, writer);
  }

  /// Takes what the topic holds and lets callers in.
  public void open(Map<String, EnginesChosen> known) {
    shelf.fill(known);
    opened.countDown();
  }

  /// What a user has chosen; a user who has not sends nothing away.
  public EnginesChosen of(String user) {
    requireOpen();
    return shelf.get(EnginesChosen.key(user)).orElseGet(() -> EnginesChosen.nothing(user));
  }

  /// The user's names and pet words.
  public Vocabulary vocabulary(String user) {
    return of(user).vocabulary();
  }

  /// Keeps a word more.
  ///
  /// @throws IllegalArgumentException with a sentence if it is blank, too long or one too many
  public Vocabulary addWord(String user, String word) {
    return change(user, chosen -> chosen.with(chosen.vocabulary().with(word))).vocabulary();
  }

  /// Keeps what the owner made of the choices.
  ///
  /// @param change is given them as they are now
  public synchronized EnginesChosen change(String user, UnaryOperator<EnginesChosen> change) {
    EnginesChosen changed = change.apply(of(user));
    try {
      shelf.keep(Map.of(changed.key(), changed));
    } catch (IllegalStateException | KafkaException e) {
      throw new JournalUnavailableException(
          "The journal's settings cannot be written just now: the broker does not answer. Try again"
              + " in a moment.",
          e);
    }
    return changed;
  }

  /// Forgets what a user has chosen; whether there was anything.
  public synchronized boolean forget(String user) {
    requireOpen();
    String key = EnginesChosen.key(user);
    boolean chosen = shelf.get(key).isPresent();
    shelf.forget(key);
    return chosen;
  }

  private void requireOpen() {
    if (opened.getCount() > 0) {
      throw new JournalUnavailableException(
          "The journal is still being opened. Try again in a moment.");
    }
  }
}
