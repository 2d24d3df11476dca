package io.chihiro.keys;

import java.util.concurrent.atomic.AtomicReference;

/// The seal of this process: what it puts on records and files, chosen once, before any is written.
///
/// One for the whole process, because a second seal in it could only be a mistake.
public final class ProcessSeal {
  private static final AtomicReference<Sealing> SEAL = new AtomicReference<>(new Unsealed());

  private ProcessSeal() {}

  /// Chooses it.
  public static void install(Sealing seal) {
    SEAL.set(seal);
  }

  /// The one that was chosen; nothing is sealed before.
  public static Sealing get() {
    return SEAL.get();
  }
}
