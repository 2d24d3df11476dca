package io.chihiro.ingest.source;

import io.chihiro.events.TrackPlayed;
import java.time.Instant;

/// One listen that a source told about.
public sealed interface Listen {
  /// What makes it the same listen in the next answer.
  String id();

  /// When it was, as the source stamps it.
  Instant at();

  /// A play to keep.
  record Kept(TrackPlayed played, Instant at) implements Listen {
    @Override
    public String id() {
      return played.play();
    }
  }

  /// Nothing to keep, and why.
  record Dropped(String id, Instant at, String reason) implements Listen {}

  /// A podcast is no song.
  String PODCAST = "podcast";

  /// Without a title or an artist nobody can say which song it was.
  String NO_TITLE = "no title";

  /// Without a stamp nobody can say which day it was.
  String BROKEN = "broken row";

  /// What somebody hears in private is not kept.
  String PRIVATE_SESSION = "private session";
}
