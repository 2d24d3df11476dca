package io.chihiro.ingest.history;

import io.chihiro.events.Song;
import io.chihiro.events.TrackPlayed.Source;
import io.chihiro.keys.Sha256;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// What makes two rows the same play: when it ended, what it was, how long it was heard, and who
/// tells it. It begins with the second at which the play ended, so that its place is known by it.
public final class PlayId {
  private static final int HASH_CHARACTERS = 16;

  private PlayId() {}

  /// The id of a play within its user.
  ///
  /// @param uri the source's own id of the song, which is more exact than its name
  public static String of(
      Source source, Instant endedAt, Optional<String> uri, Song song, long msPlayed) {
    String what = hash(uri.orElseGet(song::identity));
    return endedAt.getEpochSecond() + "-" + msPlayed + "-" + what + told(source);
  }

  // Spotify's exports came first and tell themselves apart by what they know.
  private static String told(Source source) {
    return switch (source) {
      case SPOTIFY_EXTENDED_HISTORY, SPOTIFY_ACCOUNT_DATA -> "";
      case OWNER,
          SPOTIFY_API,
          ROCKBOX,
          LISTENBRAINZ,
          LAST_FM,
          MALOJA,
          LIBRE_FM,
          PANO_SCROBBLER,
          CSV ->
          "-" + source.name().toLowerCase(Locale.ROOT);
    };
  }

  /// A short name for a text.
  public static String hash(String text) {
    return Sha256.of(text).substring(0, HASH_CHARACTERS);
  }
}
