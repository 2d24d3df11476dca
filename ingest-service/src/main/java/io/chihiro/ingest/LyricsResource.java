package io.chihiro.ingest;

import io.chihiro.door.Caller;
import io.chihiro.door.Hyphenated;
import io.chihiro.door.RefusedException;
import io.chihiro.events.Song;
import io.chihiro.ingest.lyrics.LyricsShelf.Kept;
import io.chihiro.ingest.lyrics.LyricsWanted;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The words of songs: whether they are known, pasting them, and whether others may be asked.
@Path("/api/v1/plays/lyrics")
@RunOnVirtualThread
public class LyricsResource {
  private static final String RULE =
      "LRCLIB and lyrics.ovh then learn which songs you listen to. Lyrics are copyrighted: they stay"
          + " on this machine.";

  private final FindLyrics lyrics;
  private final LyricsSettings settings;
  private final Caller caller;

  public LyricsResource(FindLyrics lyrics, LyricsSettings settings, Caller caller) {
    this.lyrics = lyrics;
    this.settings = settings;
    this.caller = caller;
  }

  /// Whether others may be asked.
  ///
  /// @param rule what that tells them
  /// @param folder where the owner's own files are looked for
  public record Allowed(boolean others, String rule, String folder) {}

  /// The owner's word.
  public record Wish(@Nullable Boolean others) {}

  /// A song with a text for it.
  public record Pasted(@Nullable String title, @Nullable String artist, @Nullable String text) {}

  /// What is known of a song's words; the words themselves stay where they are.
  ///
  /// @param state found, absent or unknown
  public record Known(String state, String told, long characters, Instant at) {
    static Known of(Kept kept) {
      return new Known(
          Hyphenated.of(kept.state()),
          kept.told(),
          kept.text().map(String::length).orElse(0),
          kept.at());
    }
  }

  @GET
  public Allowed allowed() {
    return new Allowed(lyrics.mayAsk(caller.user()), RULE, settings.folder().toString());
  }

  @PUT
  public Allowed allow(Wish wish) {
    if (wish.others() == null) {
      throw RefusedException.wrongCall("\"others\" is missing: true or false.");
    }
    lyrics.allow(caller.user(), Boolean.TRUE.equals(wish.others()));
    return allowed();
  }

  @GET
  @Path("/song")
  public Known song(
      @RestQuery @Nullable String title,
      @RestQuery @Nullable String artist,
      @RestQuery @Nullable Long lengthMs)
      throws InterruptedException {
    Optional<Duration> length = Optional.ofNullable(lengthMs).map(Duration::ofMillis);
    return Known.of(lyrics.find(caller.user(), new LyricsWanted(song(title, artist), length)));
  }

  @POST
  @Path("/song")
  public Known paste(Pasted pasted) {
    String text = Optional.ofNullable(pasted.text()).orElse("");
    Kept kept = lyrics.paste(caller.user(), wanted(pasted.title(), pasted.artist()), text);
    if (kept.text().isEmpty()) {
      throw RefusedException.unusable("This is not kept: " + kept.told() + ".");
    }
    return Known.of(kept);
  }

  @DELETE
  @Path("/song")
  public void forget(@RestQuery @Nullable String title, @RestQuery @Nullable String artist) {
    lyrics.forget(caller.user(), wanted(title, artist));
  }

  private static LyricsWanted wanted(@Nullable String title, @Nullable String artist) {
    return new LyricsWanted(song(title, artist), Optional.empty());
  }

  private static Song song(@Nullable String title, @Nullable String artist) {
    if (title == null || title.isBlank() || artist == null || artist.isBlank()) {
      throw RefusedException.wrongCall("A song needs \"title\" and \"artist\".");
    }
    return new Song(title, artist);
  }
}
