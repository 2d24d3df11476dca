package io.chihiro.ingest;

/// Why a day is to be composed anew.
enum Touch {
  /// Its text changed.
  DAY,
  /// Plays changed around it: the days beside it may be meant, in another time zone.
  AROUND,
  /// Its owner said something of it that has to be read again.
  SAID
}
