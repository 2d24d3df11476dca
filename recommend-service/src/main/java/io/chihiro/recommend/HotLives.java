package io.chihiro.recommend;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.chihiro.recommend.index.DayChange;
import io.chihiro.recommend.index.DayStore;
import java.util.List;

/// The lives of the users who ask, in memory: loaded from the store at the first question, kept
/// fresh by every change after it. Thread-safe.
final class HotLives {
  private final DayStore store;
  private final Cache<String, Life> lives;

  HotLives(DayStore store, int usersInMemory) {
    this.store = store;
    this.lives = Caffeine.newBuilder().maximumSize(usersInMemory).build();
  }

  /// A user's life.
  ///
  /// @throws IllegalStateException if it is not in memory and the store cannot be asked
  Life of(String user) {
    return lives.get(user, name -> Life.of(store.load(name)));
  }

  /// Whether a user's life is in memory.
  boolean holds(String user) {
    return lives.getIfPresent(user) != null;
  }

  /// Applies changes that the store holds already. A life that is being loaded meanwhile is
  /// waited for, so it misses none of them.
  void apply(List<DayChange> changes) {
    for (DayChange change : changes) {
      var _ =
          lives
              .asMap()
              .computeIfPresent(
                  change.user(),
                  (_, life) -> {
                    life.apply(change);
                    return life;
                  });
    }
  }
}
