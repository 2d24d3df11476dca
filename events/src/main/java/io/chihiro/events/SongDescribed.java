package io.chihiro.events;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A song of somebody's catalogue: every spelling and every id by which sources know it.
///
/// @param user who listens to it
/// @param song id within the user, which follows from what it is called
/// @param named title without featured artists and editions, and the first artist
/// @param spellings as sources wrote it, in order
/// @param albums it was heard on, in order
/// @param ids the sources' own ids by kind: `spotify`, `mbid`, `isrc`
/// @param year it came out, if a source tells
/// @param tags genres and moods that sources gave it
/// @param lyrics where its lyrics are, if they are known
public record SongDescribed(
    String user,
    String song,
    Song named,
    List<Song> spellings,
    List<String> albums,
    Map<String, List<String>> ids,
    Optional<Integer> year,
    List<String> tags,
    Optional<String> lyrics)
    implements Event {
  public SongDescribed {
    user = Check.user(user);
    song = Check.text("song", song);
    Check.require(named != null, "named must be given");
    spellings = Absent.toEmpty(spellings);
    albums = Absent.toEmpty(albums);
    ids = Absent.toEmpty(ids);
    tags = Absent.toEmpty(tags);
  }

  /// `user/song`.
  public String key() {
    return Keys.of(user, song);
  }
}
