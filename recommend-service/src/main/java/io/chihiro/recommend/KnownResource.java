package io.chihiro.recommend;

import io.chihiro.door.Caller;
import io.chihiro.door.RefusedException;
import io.chihiro.events.Moment;
import io.chihiro.recommend.KnownSongs.KnownSong;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// What is known: the moments, and the songs on them.
@Path("/api/v1")
@RunOnVirtualThread
public class KnownResource {
  private final Answering answering;
  private final Caller caller;

  public KnownResource(Answering answering, Caller caller) {
    this.answering = answering;
    this.caller = caller;
  }

  /// A day's text and the songs kept replaying on it.
  public record MomentView(LocalDate date, String text, List<SongView> songs) {}

  /// A song on a day.
  public record SongView(String title, String artist, int plays, Optional<String> spotifyUri) {}

  public record MomentList(List<MomentView> moments) {}

  public record SongList(List<KnownSong> songs) {}

  /// Moments with songs, oldest first.
  ///
  /// @param from first day, inclusive
  /// @param to last day, inclusive
  @GET
  @Path("/moments")
  public MomentList moments(@RestQuery @Nullable String from, @RestQuery @Nullable String to) {
    LocalDate first = date("from", from, LocalDate.MIN);
    LocalDate last = date("to", to, LocalDate.MAX);
    return new MomentList(
        answering.life(caller.user()).moments().stream()
            .filter(moment -> !moment.songs().isEmpty())
            .filter(moment -> !moment.date().isBefore(first) && !moment.date().isAfter(last))
            .map(KnownResource::view)
            .toList());
  }

  /// Songs of all moments, most played first.
  ///
  /// @param q part of the title or artist
  @GET
  @Path("/songs")
  public SongList songs(@RestQuery @Nullable String q) {
    String part = q == null ? "" : q.toLowerCase(Locale.ROOT).strip();
    return new SongList(
        KnownSongs.of(answering.life(caller.user()).moments()).stream()
            .filter(song -> song.holds(part))
            .toList());
  }

  private static MomentView view(Moment moment) {
    return new MomentView(
        moment.date(),
        moment.text(),
        moment.songs().stream()
            .map(
                song ->
                    new SongView(
                        song.song().title(), song.song().artist(), song.plays(), song.spotifyUri()))
            .toList());
  }

  private static LocalDate date(String name, @Nullable String text, LocalDate otherwise) {
    if (text == null || text.isBlank()) {
      return otherwise;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw RefusedException.wrongCall("\"" + name + "\" must be a date such as 2024-03-05.");
    }
  }
}
