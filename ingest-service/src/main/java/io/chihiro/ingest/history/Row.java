package io.chihiro.ingest.history;

import io.chihiro.events.PlaylistKept;
import io.chihiro.events.TrackPlayed;

/// What one row of a history says.
public sealed interface Row {
  /// A play to be kept, whether or not it will count.
  record Play(TrackPlayed played) implements Row {}

  /// A song of a playlist.
  record Listed(PlaylistKept.Entry entry) implements Row {}

  /// What the owner says of plays, songs or days.
  record Said(Word word) implements Row {}

  /// Nothing to keep, and why.
  record Dropped(Reason reason) implements Row {}

  /// Why a row is not kept; the account shows these words.
  enum Reason {
    PRIVATE_SESSION("private session"),
    PODCAST("podcast"),
    AUDIOBOOK("audiobook"),
    NO_TITLE("no title"),
    NOW_PLAYING("now playing"),
    NOT_A_PLAY("not a play"),
    BEYOND_THE_LONGEST("beyond the longest playlist"),
    BROKEN_ROW("broken row"),
    IMPOSSIBLE_DATE("impossible date"),
    DUPLICATE("duplicate"),
    KNOWN_ALREADY("known already");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    /// As shown to a person.
    public String words() {
      return words;
    }
  }
}
