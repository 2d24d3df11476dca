package io.chihiro.ingest.spotify;

import io.chihiro.ingest.source.Connection;
import io.chihiro.ingest.source.Connections;
import io.chihiro.ingest.source.Outcome;
import io.chihiro.ingest.source.PlayDoor;
import io.chihiro.ingest.source.PlaylistDoor;
import io.chihiro.ingest.source.Poll;
import io.chihiro.ingest.source.ReadLists;
import io.chihiro.ingest.source.Secrets;
import io.chihiro.ingest.web.Web;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Spotify as the rest of the service sees it. Thread-safe.
public final class Spotify implements Poll {
  private final SpotifyLogin login;
  private final PollSpotify polling;
  private final ReadLists playlists;

  /// Spotify at these addresses.
  ///
  /// @param interval between polls: fifty skips can be 25 minutes
  public Spotify(
      SpotifyAddresses addresses,
      Web web,
      Connections connections,
      Secrets secrets,
      PlayDoor door,
      PlaylistDoor lists,
      Duration interval,
      InstantSource clock) {
    SpotifyCalls calls = new SpotifyCalls(web, connections, clock);
    this.login = new SpotifyLogin(addresses, calls, connections, secrets, clock);
    SpotifyApi api = new SpotifyApi(addresses, calls, login);
    this.polling = new PollSpotify(api, connections, door, interval, clock);
    this.playlists =
        new ReadLists(polling::poll, new SpotifyPlaylists(api, lists, clock), connections, clock);
  }

  /// Begins to log in; see [SpotifyLogin#begin].
  public Outcome<URI> begin(String user, String clientId, String redirect) {
    return login.begin(user, clientId, redirect);
  }

  /// Ends to log in; see [SpotifyLogin#landed].
  public Outcome<String> landed(String user, String address) throws InterruptedException {
    return login.landed(user, address);
  }

  @Override
  public Connection poll(Connection connection) throws InterruptedException {
    return playlists.poll(connection);
  }

  /// What was playing at the last look; shown, never counted.
  public Optional<Playing> playing(String user) {
    return polling.playing(user);
  }
}
