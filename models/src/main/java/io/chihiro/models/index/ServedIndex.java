package io.chihiro.models.index;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The index that queries are answered with, which may be another from one moment to the next:
/// no query waits for that, each is answered by one index from beginning to end, and an index
/// is closed when the last of its queries is. Thread-safe.
public final class ServedIndex implements AutoCloseable {
  private final AtomicReference<@Nullable Counted> served = new AtomicReference<>();

  /// Asks the index that is served now.
  ///
  /// @param query may ask it more than once; it must not keep it
  /// @return nothing as long as none is served
  public <T> Optional<T> ask(Function<VectorIndex, T> query) {
    for (Counted now = served.get(); now != null; now = served.get()) {
      if (now.enter()) {
        return Optional.of(now.ask(query));
      }
      // Another took its place since it was looked at.
    }
    return Optional.empty();
  }

  /// Opens an index and serves it from then on; until then, and if it is broken, the one before
  /// goes on.
  ///
  /// @throws io.chihiro.models.BrokenModelException in a sentence that names the file that is
  ///     missing or broken
  public void serve(Path folder) {
    serve(Indexes.open(folder));
  }

  /// Serves an index from now on, and closes it when another has taken its place.
  public void serve(VectorIndex index) {
    leave(served.getAndSet(new Counted(index)));
  }

  /// Serves none any more.
  @Override
  public void close() {
    leave(served.getAndSet(null));
  }

  private static void leave(@Nullable Counted before) {
    if (before != null) {
      before.leave();
    }
  }

  /// An index with its users: whoever serves it, and each query.
  private static final class Counted {
    private final VectorIndex index;
    private final AtomicInteger users = new AtomicInteger(1);

    private Counted(VectorIndex index) {
      this.index = index;
    }

    private <T> T ask(Function<VectorIndex, T> query) {
      try {
        return query.apply(index);
      } finally {
        leave();
      }
    }

    // Not once the last has left.
    private boolean enter() {
      return users.getAndUpdate(now -> now == 0 ? 0 : now + 1) > 0;
    }

    private void leave() {
      if (users.decrementAndGet() == 0) {
        index.close();
      }
    }
  }
}
