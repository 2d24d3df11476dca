package io.chihiro.sample;

/// What an honest importer does with a row, and the name it gives its reason in the account.
enum Fate {
  STORED("stored"),
  PODCAST("podcast"),
  AUDIOBOOK("audiobook"),
  NO_TITLE("no title"),
  DUPLICATE("duplicate"),
  PRIVATE_SESSION("private session"),
  IMPOSSIBLE_DATE("impossible date"),
  BROKEN_ROW("broken row");

  private final String reason;

  Fate(String reason) {
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
