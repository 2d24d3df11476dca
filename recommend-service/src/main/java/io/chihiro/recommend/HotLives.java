package io.chihiro.recommend;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.chihiro.recommend.index.DayChange;
import io.chihiro.recommend.index.DayStore;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The lives of the users who ask, in memory: loaded from the store at the first question, kept
/// fresh by every change after it. Thread-safe.
final class HotLives {
  private final DayStore store;
  private final Function<String, Allowed> allowed;
  private final Cache<String, Life> lives;

  HotLives(DayStore store, int usersInMemory) {
    this(store, usersInMemory, _ -> Allowed.ALL);
  }

  /// @param allowed what of a user's life may be met
  HotLives(DayStore store, int usersInMemory, Function<String, Allowed> allowed) {
    this.store = store;
    this.allowed = allowed;
    this.lives = Caffeine.newBuilder().maximumSize(usersInMemory).build();
  }

  /// A user's life.
  ///
  /// @throws IllegalStateException if it is not in memory and the store cannot be asked
  Life of(String user) {
    return lives.get(user, name -> Life.of(store.moments(name), allowed.apply(name)));
  }

  /// Lets go of a user's life; whoever asks next meets it as it is in the store then.
  void letGo(String user) {
    lives.invalidate(user);
  }

  /// Whether a user's life is in memory.
  boolean holds(String user) {
    return lives.getIfPresent(user) != null;
  }

  /// Users whose lives are in memory.
  Set<String> users() {
    return Set.copyOf(lives.asMap().keySet());
  }

  /// All lives in memory.
  Collection<Life> all() {
    return lives.asMap().values();
  }

  /// Which version answers a user, its days in memory; see [Life#choose].
  ///
  /// @param order the most wanted first
  Optional<String> choose(String user, String question, List<String> order) {
    Life life = of(user);
    Optional<String> chosen = life.choose(question, order);
    for (int i = 0; i < order.size() && chosen.isEmpty(); i++) {
      hold(user, order.get(i));
      chosen = of(user).choose(question, order);
    }
    return chosen;
  }

  /// Sees to it that the days of a user are in memory under a version. Whoever asks meanwhile is
  /// answered from what is there; changes wait, so none is missed.
  void hold(String user, String version) {
    if (of(user).holds(version)) {
      return;
    }
    var _ =
        lives
            .asMap()
            .computeIfPresent(
                user,
                (name, life) -> {
                  if (!life.holds(version)) {
                    life.hold(version, store.vectors(name, version));
                  }
                  return life;
                });
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
