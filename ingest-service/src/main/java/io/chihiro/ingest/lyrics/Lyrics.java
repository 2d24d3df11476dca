package io.chihiro.ingest.lyrics;

/// What is known of a song's words: they are here, there are none, or nobody can say.
public sealed interface Lyrics {
  /// The words.
  ///
  /// @param from who had them
  record Found(String text, String from) implements Lyrics {
    /// Never the words.
    @Override
    public String toString() {
      return "Found at " + from;
    }
  }

  /// There are none: the song has no words, or those who would know do not.
  record Absent(String why) implements Lyrics {}

  /// Nobody could say; asking again some day may help.
  record Unknown(String why) implements Lyrics {}
}
