package io.chihiro.bench;

/// What a measurement must reach, or must not exceed.
sealed interface Bar {
  /// Whether a measurement is good enough.
  boolean holds(double measured);

  /// The number itself.
  double limit();

  /// As the table shows it.
  String text();

  /// More is better.
  record AtLeast(double limit) implements Bar {
    @Override
    public boolean holds(double measured) {
      return measured >= limit;
    }

    @Override
    public String text() {
      return "≥ " + Numbers.shown(limit);
    }
  }

  /// Less is better.
  record AtMost(double limit) implements Bar {
    @Override
    public boolean holds(double measured) {
      return measured <= limit;
    }

    @Override
    public String text() {
      return "≤ " + Numbers.shown(limit);
    }
  }
}
