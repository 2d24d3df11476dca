package io.chihiro.events;

/// What somebody says that some words of a song mean: what the search for lines learns from.
///
/// @param user in whose catalogue it is
/// @param annotation id within the user, which follows from song, lyric and text
/// @param song id within the user, as [SongDescribed] has it
/// @param named the song as the file called it
/// @param lyric the words that are explained, on one line
/// @param text the explanation
public record LineAnnotated(
    String user, String annotation, String song, Song named, String lyric, String text)
    implements Event {
  public LineAnnotated {
    user = Check.user(user);
    annotation = Check.text("annotation", annotation);
    song = Check.text("song", song);
    Check.require(named != null, "named must be given");
    lyric = Check.text("lyric", lyric);
    text = Check.text("text", text);
  }

  /// An annotation under the id that follows from it.
  public static LineAnnotated of(String user, String song, Song named, String lyric, String text) {
    String id = TextHash.of(String.join("\u001f", song, lyric, text));
    return new LineAnnotated(user, id, song, named, lyric, text);
  }

  /// `user/annotation`.
  public String key() {
    return Keys.of(user, annotation);
  }

  /// Never the words.
  @Override
  public String toString() {
    return "LineAnnotated " + annotation;
  }
}
