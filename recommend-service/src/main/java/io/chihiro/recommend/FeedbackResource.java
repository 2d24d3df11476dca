package io.chihiro.recommend;

import io.chihiro.door.Caller;
import io.chihiro.door.Hyphenated;
import io.chihiro.door.RefusedException;
import io.chihiro.events.Feedback;
import io.chihiro.events.Feedback.Verdict;
import io.chihiro.events.Song;
import io.chihiro.recommend.RecentAnswers.Part;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What somebody says to the songs of an answer: said, shown, taken back.
@Path("/api/v1/feedback")
@RunOnVirtualThread
public class FeedbackResource {
  private final Answering answering;
  private final Caller caller;
  private final InstantSource clock;

  public FeedbackResource(Answering answering, Caller caller, InstantSource clock) {
    this.answering = answering;
    this.caller = caller;
    this.clock = clock;
  }

  /// What is said.
  ///
  /// @param answer the id of a song of an answer; or that of the answer, and the song beside it
  /// @param verdict `took-me-back`, `wrong-era` or `not-now`
  /// @param title of the song, with `artist`: needed only beside the answer's id, the first song
  ///     if absent
  public record Said(
      @Nullable String answer,
      @Nullable String verdict,
      @Nullable String title,
      @Nullable String artist) {}

  /// What was said.
  ///
  /// @param id by which it is taken back
  public record FeedbackView(
      String id,
      String answer,
      String verdict,
      String mood,
      String title,
      String artist,
      List<LocalDate> days,
      Instant at,
      String model,
      String modelVersion) {
    static FeedbackView of(Feedback feedback) {
      return new FeedbackView(
          feedback.answer(),
          feedback.answer(),
          Hyphenated.of(feedback.verdict()),
          feedback.mood(),
          feedback.song().title(),
          feedback.song().artist(),
          feedback.days(),
          feedback.at(),
          feedback.model(),
          feedback.modelVersion());
    }
  }

  public record FeedbackList(List<FeedbackView> feedback) {}

  /// Keeps what is said; said again of the same song, the later one counts.
  @POST
  public Response say(Said said) throws InterruptedException {
    if (said.answer() == null) {
      throw RefusedException.wrongCall(
          "The field \"answer\" is missing: send {\"answer\": \"…\", \"verdict\": \"took-me-back\"}.");
    }
    Verdict verdict = verdict(said.verdict());
    Part part =
        answering
            .recent()
            .find(caller.user(), said.answer(), song(said))
            .orElseThrow(FeedbackResource::forgotten);
    Feedback feedback =
        new Feedback(
            caller.user(),
            part.id(),
            part.answer().mood(),
            part.song().song(),
            part.song().days(),
            verdict,
            clock.instant(),
            part.answer().model(),
            part.answer().modelVersion());
    answering.feedback().keep(feedback);
    answering.meters().said(verdict).increment();
    return Response.status(Response.Status.CREATED).entity(FeedbackView.of(feedback)).build();
  }

  /// Everything that was said, the latest first.
  @GET
  public FeedbackList all() {
    return new FeedbackList(
        answering.feedback().of(caller.user()).stream()
            .sorted(Comparator.comparing(Feedback::at).reversed())
            .map(FeedbackView::of)
            .toList());
  }

  /// Takes back what was said.
  @DELETE
  @Path("/{id}")
  public Response takeBack(String id) throws InterruptedException {
    if (!answering.feedback().forget(caller.user(), id)) {
      throw RefusedException.notFound("Nothing was said to this answer, or it is taken back.");
    }
    return Response.noContent().build();
  }

  private static Optional<Song> song(Said said) {
    String title = said.title();
    String artist = said.artist();
    if (title == null && artist == null) {
      return Optional.empty();
    }
    if (title == null || title.isBlank() || artist == null || artist.isBlank()) {
      throw RefusedException.wrongCall("A song is named by both its title and its artist.");
    }
    return Optional.of(new Song(title, artist));
  }

  private static Verdict verdict(@Nullable String said) {
    String asked =
        said == null ? "" : said.strip().toLowerCase(Locale.ROOT).replaceAll("[ _]", "-");
    return Stream.of(Verdict.values())
        .filter(verdict -> Hyphenated.of(verdict).equals(asked))
        .findFirst()
        .orElseThrow(() -> RefusedException.wrongCall("The verdict must be one of: " + words()));
  }

  private static String words() {
    return Stream.of(Verdict.values()).map(Hyphenated::of).collect(Collectors.joining(", "));
  }

  private static RefusedException forgotten() {
    return RefusedException.notFound(
        "No such answer was given lately, or that song was not in it; ask again.");
  }
}
