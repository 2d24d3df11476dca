package io.chihiro.ingest;

import io.chihiro.door.Caller;
import io.chihiro.door.RefusedException;
import io.chihiro.ingest.source.Connection;
import io.chihiro.ingest.source.ConnectionFiles;
import io.chihiro.ingest.source.EncryptedSecrets;
import io.chihiro.ingest.source.LiveSource;
import io.chihiro.ingest.source.Outcome;
import io.chihiro.ingest.source.Outcome.Failed;
import io.chihiro.ingest.source.Outcome.Got;
import io.chihiro.ingest.source.Trouble;
import io.chihiro.ingest.spotify.Playing;
import io.chihiro.ingest.spotify.Spotify;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Live sources: their state, connecting them, letting them go.
@Path("/api/v1/plays/sources")
@RunOnVirtualThread
public class SourcesResource {
  private final ConnectionFiles connections;
  private final EncryptedSecrets secrets;
  private final Spotify spotify;
  private final PollSources polling;
  private final ForgetSource forgetting;
  private final SourcesSettings settings;
  private final Caller caller;
  private final InstantSource clock;

  public SourcesResource(
      ConnectionFiles connections,
      EncryptedSecrets secrets,
      Spotify spotify,
      PollSources polling,
      ForgetSource forgetting,
      SourcesSettings settings,
      Caller caller,
      InstantSource clock) {
    this.connections = connections;
    this.secrets = secrets;
    this.spotify = spotify;
    this.polling = polling;
    this.forgetting = forgetting;
    this.settings = settings;
    this.caller = caller;
    this.clock = clock;
  }

  /// Every source there is.
  ///
  /// @param redirect what must be registered at Spotify as the address to come back to
  public record SourceList(List<SourceView> sources, String redirect) {}

  /// To log in at Spotify.
  ///
  /// @param redirect where to come back to, if not to the usual address
  public record SpotifyWish(@Nullable String clientId, @Nullable String redirect) {}

  /// Where to log in.
  public record LoginAddress(String address, String redirect) {}

  /// Where the owner landed after logging in.
  public record LandedAddress(@Nullable String address) {}

  /// An account elsewhere.
  ///
  /// @param secret the API key of Last.fm; the token of ListenBrainz if the listens are private
  public record AccountWish(@Nullable String name, @Nullable String secret) {}

  /// What was let go.
  public record LetGo(long deleted) {}

  @GET
  public SourceList all() {
    return new SourceList(Stream.of(LiveSource.values()).map(this::view).toList(), redirect());
  }

  /// Begins to log in: the answer's address is to be opened in a browser.
  @POST
  @Path("/spotify/login")
  public LoginAddress login(SpotifyWish wish) {
    String clientId = given("clientId", wish.clientId());
    String redirect = Optional.ofNullable(wish.redirect()).orElseGet(this::redirect);
    URI address = done(spotify.begin(caller.user(), clientId, redirect));
    return new LoginAddress(address.toString(), redirect);
  }

  /// Ends to log in, by the browser's own way back or by an address that was pasted.
  @POST
  @Path("/spotify/landed")
  public SourceView landed(LandedAddress landed) throws InterruptedException {
    String _ = done(spotify.landed(caller.user(), given("address", landed.address())));
    polling.wake();
    return view(LiveSource.SPOTIFY);
  }

  /// Connects an account of Last.fm or ListenBrainz.
  @POST
  @Path("/{source: lastfm|listenbrainz}/account")
  public SourceView account(String source, AccountWish wish) {
    LiveSource wanted = source(source);
    String name = given("name", wish.name());
    String secret = Optional.ofNullable(wish.secret()).orElse("").strip();
    if (wanted == LiveSource.LASTFM && secret.isEmpty()) {
      throw RefusedException.wrongCall("Last.fm wants an API key of your own in \"secret\".");
    }
    secrets.keep(caller.user(), wanted, secret);
    connections.update(caller.user(), wanted, each -> each.loggedIn(name, clock.instant()));
    polling.wake();
    return view(wanted);
  }

  /// Asks now, unless the source is locked.
  @POST
  @Path("/{source}/poll")
  public SourceView poll(String source) {
    LiveSource wanted = source(source);
    connections.update(caller.user(), wanted, each -> each.soon(clock.instant()));
    polling.wake();
    return view(wanted);
  }

  /// Lets a source go.
  ///
  /// @param forget whether its plays are deleted too
  @DELETE
  @Path("/{source}")
  public LetGo letGo(String source, @RestQuery @Nullable Boolean forget) {
    boolean all = Boolean.TRUE.equals(forget);
    return new LetGo(forgetting.forget(caller.user(), source(source), all));
  }

  private String redirect() {
    return settings.redirect();
  }

  private SourceView view(LiveSource source) {
    String user = caller.user();
    Connection connection =
        connections.find(user, source).orElseGet(() -> Connection.none(user, source));
    Optional<Playing> playing =
        source == LiveSource.SPOTIFY && connection.state() == Connection.State.CONNECTED
            ? spotify.playing(user)
            : Optional.empty();
    return SourceView.of(connection, playing, clock.instant());
  }

  private static LiveSource source(String id) {
    return LiveSource.of(id)
        .orElseThrow(() -> RefusedException.notFound("There is no source called so."));
  }

  private static String given(String field, @Nullable String value) {
    return Optional.ofNullable(value)
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .orElseThrow(() -> RefusedException.wrongCall("\"" + field + "\" is missing."));
  }

  private static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Got<T>(T value) -> value;
      case Failed<T>(Trouble trouble) -> throw RefusedException.unusable(trouble.sentence());
    };
  }
}
