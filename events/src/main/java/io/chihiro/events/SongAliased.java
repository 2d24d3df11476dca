package io.chihiro.events;

/// That plays spelled so are plays of another song: how songs are merged and split by hand.
///
/// @param user who says so
/// @param alias identity of a spelling, or of a song of the catalogue
/// @param as the song it is in truth
public record SongAliased(String user, String alias, Song as) implements Event {
  public SongAliased {
    user = Check.user(user);
    alias = Check.text("alias", alias);
    Check.require(as != null, "as must be given");
  }

  /// `user/alias`.
  public String key() {
    return Keys.of(user, alias);
  }
}
