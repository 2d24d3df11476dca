package io.chihiro.door;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the front door and the other services tell one another about something that somebody wants
/// forgotten.
public final class Forgetting {
  private Forgetting() {}

  /// What shall go, of whoever the call is made for.
  ///
  /// @param everything all there is of them; then the rest says nothing
  /// @param originals whether files go that lie in the bucket because their owner put them there
  /// @param entries of the journal, by id
  /// @param pages of the journal, by id: those of which nothing shall be left
  /// @param days that change by it
  /// @param plays whether what was played on these days goes too
  public record Wanted(
      boolean everything,
      boolean originals,
      Set<String> entries,
      Set<String> pages,
      Set<LocalDate> days,
      boolean plays) {
    public Wanted {
      entries = present(entries);
      pages = present(pages);
      days = present(days);
    }

    private static <T> Set<T> present(@Nullable Set<T> told) {
      return told == null ? Set.of() : Set.copyOf(told);
    }
  }

  /// What became of it in one place.
  ///
  /// @param store where it lay, in words
  /// @param removed how much of it
  /// @param left what had to stay, as a sentence
  public record Removed(String store, long removed, Optional<String> left) {
    /// Nothing of it is left.
    public Removed(String store, long removed) {
      this(store, removed, Optional.empty());
    }
  }

  /// What became of it in all places of a service: when this is told, it is true.
  public record Outcome(List<Removed> removed) {}
}
