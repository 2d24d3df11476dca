package io.chihiro.events;

/// The words of a song of somebody's catalogue, cleaned of what is not sung.
///
/// They are copyrighted: they stay with their user, and nobody is shown more than the lines that
/// were looked for.
///
/// @param user whose catalogue the song is in
/// @param song id within the user, as [SongDescribed] has it
/// @param text lines, parted by `\n`; an empty line parts verses
/// @param sha256 of the text, in hex, as [TextHash] makes it: ties vectors to it
public record LyricsKept(String user, String song, String text, String sha256) implements Event {
  public LyricsKept {
    user = Check.user(user);
    song = Check.text("song", song);
    text = Check.text("text", text);
    sha256 = Check.text("sha256", sha256);
  }

  /// The words of a song, with their hash.
  public static LyricsKept of(String user, String song, String text) {
    return new LyricsKept(user, song, text, TextHash.of(text));
  }

  /// `user/song`.
  public String key() {
    return Keys.of(user, song);
  }

  /// Never the words.
  @Override
  public String toString() {
    return "LyricsKept " + sha256;
  }
}
