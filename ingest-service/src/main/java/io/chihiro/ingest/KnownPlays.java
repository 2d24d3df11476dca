package io.chihiro.ingest;

/// The plays, or words of the owner, that were known before an import began, and those it has
/// brought since.
///
/// Those that the same import wrote before it was killed count as its own, so that the account
/// comes out the same as without the kill.
final class KnownPlays {
  /// How a row's play relates to what is there.
  enum Standing {
    NEW,
    REPEATED,
    KNOWN_BEFORE
  }

  private final PlayIds before;
  private final PlayIds now = new PlayIds();

  KnownPlays(PlayIds before) {
    this.before = before;
  }

  Standing meet(String play) {
    if (!now.add(play)) {
      return Standing.REPEATED;
    }
    return before.contains(play) ? Standing.KNOWN_BEFORE : Standing.NEW;
  }
}
