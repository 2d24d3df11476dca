package io.chihiro.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/// What the owner may set about live sources. None of these addresses is asked anything before the
/// owner connects its source.
@ConfigMapping(prefix = "chihiro.sources")
public interface SourcesSettings {
  /// Between polls of Spotify, which tells the last fifty plays: fifty skips can be 25 minutes.
  @WithDefault("5M")
  Duration pollEvery();

  /// Between looks for what is new at services that tell a whole history.
  @WithDefault("15M")
  Duration historyEvery();

  /// How long a whole answer may take.
  @WithDefault("30S")
  Duration patience();

  /// The key that hid tokens before each user had one; what it hid is read once and sealed anew.
  @WithDefault("${chihiro.home}/ingest/key/sources.json")
  Path keyFile();

  /// Where Spotify sends the owner back to; it must be registered with the application there.
  @WithDefault("http://127.0.0.1:${chihiro.port:8080}/connected")
  String redirect();

  @WithDefault("https://accounts.spotify.com")
  URI spotifyAccounts();

  @WithDefault("https://api.spotify.com")
  URI spotifyApi();

  @WithDefault("https://ws.audioscrobbler.com")
  URI lastfm();

  @WithDefault("https://api.listenbrainz.org")
  URI listenbrainz();
}
