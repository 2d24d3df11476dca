package io.chihiro.events;

/// How large things may be on the wire.
public final class Limits {
  /// The largest record, in bytes: a very long day with all of its vectors.
  public static final int RECORD_BYTES = 8 * 1024 * 1024;

  /// The longest journal entry, in characters: a hundred written pages.
  public static final int ENTRY_CHARACTERS = 200_000;

  private Limits() {}
}
