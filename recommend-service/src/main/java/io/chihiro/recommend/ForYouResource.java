package io.chihiro.recommend;

import io.chihiro.door.Caller;
import io.chihiro.door.RefusedException;
import io.chihiro.models.tastes.SharedTastes;
import io.chihiro.recommend.Searching.Searched;
import io.chihiro.recommend.TasteAnswer.Loved;
import io.micrometer.core.instrument.Timer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Songs that people like the caller love, learned from those of this instance who agree.
@Path("/api/v1/songs/for-you")
@RunOnVirtualThread
public class ForYouResource {
  private final Answering answering;
  private final Searching searching;
  private final Caller caller;

  public ForYouResource(Answering answering, Searching searching, Caller caller) {
    this.answering = answering;
    this.searching = searching;
    this.caller = caller;
  }

  /// An answer.
  ///
  /// @param songs the likeliest first
  /// @param modelVersion which answered
  /// @param by what its weights were learned with
  /// @param judged how good it is, as a sentence
  /// @param people who were learned from, by number alone
  /// @param own how many of the caller's songs it knows
  /// @param missing why there is no song, where there is none
  public record Answer(
      List<Loved> songs,
      String modelVersion,
      String by,
      String judged,
      int people,
      int own,
      Optional<String> missing) {}

  /// Songs the caller does not play yet.
  ///
  /// @param limit how many, ten if absent
  @GET
  public Answer songs(@RestQuery @Nullable String limit) throws InterruptedException {
    int most = searching.limit(SearchCall.whole("limit", limit));
    mustAgree();
    ServedVersion.Opened<SharedTastes> model =
        answering.tastes().ask(answering.agreements().count());
    Timer.Sample sample = Timer.start();
    Searched searched = searching.searched(caller);
    TasteAnswer answer =
        TasteAnswer.of(
            model.content().weights(),
            searched.catalogue().view(Set.of()),
            searched.view(),
            answering.mayBeMet(caller.user()).songs());
    List<Loved> songs = answer.loved(most);
    sample.stop(searching.timer(Searching.FOR_YOU));
    return told(model, answer.played().size(), songs);
  }

  // Whoever is answered from others lets others be answered from them.
  private void mustAgree() {
    if (answering.agreements().of(caller.user()).isEmpty()) {
      throw RefusedException.conflict(
          "Only who lets others be answered from their listening is answered from others'; you"
              + " have not agreed to that, and nobody learns from you for others.");
    }
  }

  private static Answer told(ServedVersion.Opened<SharedTastes> model, int own, List<Loved> songs) {
    SharedTastes tastes = model.content();
    return new Answer(
        songs,
        model.version(),
        tastes.judged().by(),
        tastes.judged().reason(),
        tastes.judged().people(),
        own,
        songs.isEmpty() ? Optional.of(missing(own)) : Optional.empty());
  }

  private static String missing(int own) {
    return own == 0
        ? "None of your songs is among those that enough people here play."
        : "What people like you love, you play already.";
  }
}
