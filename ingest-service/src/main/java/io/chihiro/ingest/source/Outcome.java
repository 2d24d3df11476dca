package io.chihiro.ingest.source;

import java.util.function.Function;

/// What asking a source came to.
public sealed interface Outcome<T> {
  /// It answered.
  record Got<T>(T value) implements Outcome<T> {}

  /// It did not, and why.
  record Failed<T>(Trouble trouble) implements Outcome<T> {}

  /// The same trouble, or what is made of the value.
  default <R> Outcome<R> map(Function<T, R> made) {
    return switch (this) {
      case Got<T>(T value) -> new Got<>(made.apply(value));
      case Failed<T>(Trouble trouble) -> new Failed<>(trouble);
    };
  }

  /// The same trouble, or what asking on came to.
  default <R> Outcome<R> then(Asking<T, R> on) throws InterruptedException {
    return switch (this) {
      case Got<T>(T value) -> on.ask(value);
      case Failed<T>(Trouble trouble) -> new Failed<>(trouble);
    };
  }

  /// Asks on with what was got.
  @FunctionalInterface
  interface Asking<T, R> {
    Outcome<R> ask(T value) throws InterruptedException;
  }
}
