package io.chihiro.ingest.lyrics;

/// Somebody who may have a song's words.
public interface LyricsSource {
  /// Looks once. Whatever goes wrong is [Lyrics.Unknown], never [Lyrics.Absent].
  Lyrics find(LyricsWanted wanted) throws InterruptedException;
}
