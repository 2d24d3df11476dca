package io.chihiro.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Songs that somebody put into one list.
///
/// @param user whose list it is
/// @param playlist id within the user: the same list from the same source has the same id
/// @param name as its owner calls it
/// @param source where it comes from: training rules differ by source
/// @param entries in their order; a song may come twice
public record PlaylistKept(
    String user, String playlist, String name, Source source, List<Entry> entries)
    implements Event {

  /// Where a playlist comes from.
  public enum Source {
    M3U(true),
    JSPF(true),
    CSV(true),
    LAST_FM_LOVED(true),
    /// Fetched live. Spotify's developer policy (III.14) forbids to train models on it.
    SPOTIFY_API(false);

    private final boolean mayTeach;

    Source(boolean mayTeach) {
      this.mayTeach = mayTeach;
    }

    /// Whether models may learn from it without the owner's word.
    public boolean mayTeach() {
      return mayTeach;
    }
  }

  /// A song in a list.
  ///
  /// @param song what it is
  /// @param place the source's own id or address of it, if there is one
  /// @param addedAt when it was put there, if that is told
  public record Entry(Song song, Optional<String> place, Optional<Instant> addedAt) {
    public Entry {
      Check.require(song != null, "song must be given");
    }
  }

  public PlaylistKept {
    user = Check.user(user);
    playlist = Check.text("playlist", playlist);
    name = Check.text("name", name);
    Check.require(source != null, "source must be given");
    entries = Absent.toEmpty(entries);
  }

  /// `user/playlist`.
  public String key() {
    return Keys.of(user, playlist);
  }
}
