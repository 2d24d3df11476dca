package io.chihiro.recommend;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.chihiro.door.Caller;
import io.chihiro.recommend.KnownSongs.KnownSong;
import io.chihiro.recommend.SongRanking.Evidence;
import io.chihiro.recommend.catalogue.CatalogueSong;
import io.chihiro.recommend.catalogue.SongFacts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// One song, and the caller's own days with it.
@Path("/api/v1/songs/{id}/days")
@RunOnVirtualThread
public class SongDaysResource {
  private final Searching searching;
  private final Answering answering;
  private final Caller caller;

  public SongDaysResource(Searching searching, Answering answering, Caller caller) {
    this.searching = searching;
    this.answering = answering;
    this.caller = caller;
  }

  /// A song and its days.
  ///
  /// @param spotifyUri where it can be heard
  /// @param evidence the latest of the days, the earliest of these first, each with the sentence
  ///     that comes nearest to what the song says
  public record Answer(
      @JsonUnwrapped FoundSong song,
      List<String> featured,
      Optional<String> language,
      Optional<Double> valence,
      Optional<String> spotifyUri,
      List<Evidence> evidence) {}

  /// Tells a song's days.
  ///
  /// @param limit how many, ten if absent
  @GET
  public Answer days(@RestPath String id, @RestQuery @Nullable String limit)
      throws InterruptedException {
    int most = searching.limit(SearchCall.whole("limit", limit));
    CatalogueSong song = searching.song(caller, id);
    SongFacts facts = song.facts();
    Map<String, KnownSong> played = searching.played(caller);
    return new Answer(
        FoundSong.of(song, played),
        facts.featured(),
        facts.language(),
        facts.valence(),
        facts.identities().stream()
            .flatMap(identity -> Optional.ofNullable(played.get(identity)).stream())
            .flatMap(own -> own.spotifyUri().stream())
            .findFirst(),
        answering.moods().daysWith(caller.user(), facts::isOneOf, song.wordsAndTitle(), most));
  }
}
