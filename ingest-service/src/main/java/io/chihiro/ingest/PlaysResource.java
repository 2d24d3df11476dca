package io.chihiro.ingest;

import io.chihiro.door.Caller;
import io.chihiro.door.RefusedException;
import io.chihiro.events.KafkaEventWriter;
import io.chihiro.events.Keys;
import io.chihiro.events.PlayCorrected;
import io.chihiro.events.Song;
import io.chihiro.events.Topics;
import io.chihiro.events.TrackPlayed;
import io.chihiro.events.TrackPlayed.Source;
import io.chihiro.ingest.history.PlayId;
import io.chihiro.ingest.listening.HeardPlay;
import io.chihiro.ingest.listening.OwnersWord;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// What somebody listened to, day by day, and what they say of it. The owner's word is kept beside
/// the plays, so importing them again does not undo it.
@Path("/api/v1/plays")
@RunOnVirtualThread
public class PlaysResource {
  private final ListeningView view;
  private final SayWord words;
  private final KafkaEventWriter plays;
  private final Caller caller;

  public PlaysResource(ListeningView view, SayWord words, KafkaEventWriter plays, Caller caller) {
    this.view = view;
    this.words = words;
    this.plays = plays;
    this.caller = caller;
  }

  public record HeardList(List<HeardView> plays) {}

  /// What a play was in truth; what is absent stays as it was told.
  public record Truth(
      Optional<String> title,
      Optional<String> artist,
      Optional<Instant> endedAt,
      Optional<Long> msPlayed,
      Optional<Boolean> secret) {}

  /// A play that no source told.
  public record Entered(String title, String artist, Instant endedAt, long msPlayed) {}

  /// Listens of some local days, earliest first.
  @GET
  public HeardList heard(@RestQuery @Nullable String from, @RestQuery @Nullable String to) {
    Days days = Days.of(from, to);
    OwnersWord word = view.word(caller.user());
    return new HeardList(
        view.listens(caller.user(), word, days.first(), days.last()).stream()
            .map(listen -> HeardView.of(listen, word))
            .toList());
  }

  /// Enters a play by hand.
  @POST
  public Response enter(Entered entered) {
    Song song = song(entered.title(), entered.artist());
    TrackPlayed played = played(song, entered);
    plays.write(Topics.PLAYS, played.key(), played);
    plays.flush();
    return Response.accepted(new Id(played.play())).build();
  }

  /// The id of a play.
  public record Id(String play) {}

  private TrackPlayed played(Song song, Entered entered) {
    return new TrackPlayed(
        caller.user(),
        PlayId.of(Source.OWNER, entered.endedAt(), Optional.empty(), song, entered.msPlayed()),
        song,
        Optional.empty(),
        Optional.empty(),
        entered.endedAt(),
        entered.msPlayed(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Source.OWNER);
  }

  /// Says what a play was in truth.
  @PUT
  @Path("/{play}")
  public void correct(String play, Truth truth) throws InterruptedException {
    HeardPlay told = told(play);
    PlayCorrected before = said(play, told);
    say(
        new PlayCorrected(
            caller.user(),
            play,
            told.endedAt(),
            false,
            truth.secret().orElse(before.secret()),
            before.apart(),
            corrected(truth, before.song().orElse(told.song())).or(before::song),
            truth.endedAt().or(before::endedAt),
            truth.msPlayed().or(before::msPlayed)));
  }

  private static Optional<Song> corrected(Truth truth, Song now) {
    return truth.title().isEmpty() && truth.artist().isEmpty()
        ? Optional.empty()
        : Optional.of(song(truth.title().orElse(now.title()), truth.artist().orElse(now.artist())));
  }

  private static Song song(String title, String artist) {
    if (title == null || artist == null || title.isBlank() || artist.isBlank()) {
      throw RefusedException.wrongCall("A song needs a title and an artist.");
    }
    return new Song(title, artist);
  }

  /// Deletes a play: it will be as if it had never been, whatever is imported.
  @DELETE
  @Path("/{play}")
  public void delete(String play) throws InterruptedException {
    HeardPlay told = told(play);
    PlayCorrected before = said(play, told);
    say(
        new PlayCorrected(
            caller.user(),
            play,
            told.endedAt(),
            true,
            before.secret(),
            before.apart(),
            before.song(),
            before.endedAt(),
            before.msPlayed()));
  }

  /// Takes everything back that was said of a play.
  @POST
  @Path("/{play}/restore")
  public void restore(String play) throws InterruptedException {
    var _ = told(play);
    words.unsay(Topics.PLAY_CORRECTIONS, Keys.of(caller.user(), play));
  }

  private void say(PlayCorrected word) throws InterruptedException {
    words.say(Topics.PLAY_CORRECTIONS, word.key(), word);
  }

  private HeardPlay told(String play) {
    return view.find(caller.user(), play)
        .orElseThrow(() -> RefusedException.notFound("There is no play with this id."));
  }

  private PlayCorrected said(String play, HeardPlay told) {
    return view.correction(caller.user(), play).orElseGet(() -> told.uncorrected(caller.user()));
  }
}
