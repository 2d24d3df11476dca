package io.chihiro.ingest.source;

import java.time.Instant;

/// Why a source gave nothing, and what follows from it.
public sealed interface Trouble {
  /// For the owner: what happened and what to do.
  String sentence();

  /// Nothing may be asked before this instant.
  record LockedOut(Instant until, String sentence) implements Trouble {}

  /// The login has ended; only the owner can begin a new one, so nothing is asked until then.
  record LoginNeeded(String sentence) implements Trouble {}

  /// The source says no to this call; asking again soon would not help.
  record Refused(String sentence) implements Trouble {}

  /// The source is unwell; asking again soon may help.
  record Unwell(String sentence) implements Trouble {}
}
