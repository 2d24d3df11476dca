package io.chihiro.ocr;

import io.chihiro.events.EntryRead;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The owner's last steps, so that they can be taken back; forgotten when the service ends.
/// Thread-safe.
final class UndoLog {
  private static final int STEPS = 100;

  /// One entry before and after a step.
  ///
  /// @param before empty if the step made it
  /// @param after empty if the step removed it
  record Change(Optional<EntryRead> before, Optional<EntryRead> after) {
    String entry() {
      return before.or(() -> after).map(EntryRead::entry).orElseThrow();
    }
  }

  /// What the owner did.
  ///
  /// @param what in one word: `confirm`
  record Step(String what, List<Change> changes) {}

  private final Map<String, Deque<Step>> steps = new HashMap<>();

  synchronized void add(String user, Step step) {
    Deque<Step> mine = steps.computeIfAbsent(user, _ -> new ArrayDeque<>());
    mine.push(step);
    if (mine.size() > STEPS) {
      var _ = mine.removeLast();
    }
  }

  /// Forgets what a user did: a step taken back would bring back what it had changed.
  synchronized void forget(String user) {
    steps.remove(user);
  }

  /// What would be taken back next.
  synchronized Optional<Step> last(String user) {
    return Optional.ofNullable(steps.get(user)).flatMap(mine -> Optional.ofNullable(mine.peek()));
  }

  /// The step was taken back.
  synchronized void drop(String user, Step step) {
    Optional.ofNullable(steps.get(user)).ifPresent(mine -> mine.remove(step));
  }
}
