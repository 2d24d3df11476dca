package io.chihiro.recommend;

import io.chihiro.door.Caller;
import io.chihiro.door.RefusedException;
import io.chihiro.events.Song;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.SongScore;
import io.chihiro.recommend.SongRanking.Evidence;
import io.chihiro.recommend.SongRanking.Ranked;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The main question: which songs take me back to how I feel right now?
@Path("/api/v1/recommendations")
@RunOnVirtualThread
public class RecommendationsResource {
  private static final int USUAL_SONGS = 10;

  private final Answering answering;
  private final RecommendSettings.Recommend settings;
  private final Caller caller;
  private final Timer answers;

  public RecommendationsResource(
      Answering answering, RecommendSettings settings, Caller caller, MeterRegistry meters) {
    this.answering = answering;
    this.settings = settings.recommend();
    this.caller = caller;
    this.answers = Timer.builder("chihiro_answer").publishPercentileHistogram().register(meters);
  }

  /// A question.
  ///
  /// @param mood how the caller feels
  /// @param limit how many songs, ten if absent
  /// @param model which model answers; the serving one if absent
  /// @param explain whether each song's words are weighed
  /// @param score how a song's days make its score; the setting if absent
  public record Question(
      @Nullable String mood,
      @Nullable Integer limit,
      @Nullable String model,
      @Nullable Boolean explain,
      @Nullable String score) {}

  /// An answer.
  ///
  /// @param model which model answered
  /// @param songs best first
  /// @param missing what is missing, when there is not enough yet to answer
  public record Answer(String model, List<SongAnswer> songs, Optional<String> missing) {}

  /// A song of an answer.
  public record SongAnswer(
      String title,
      String artist,
      double score,
      LocalDate firstPlayed,
      LocalDate lastPlayed,
      int plays,
      Optional<String> spotifyUri,
      List<Evidence> evidence) {
    static SongAnswer of(Ranked ranked) {
      Song song = ranked.song();
      return new SongAnswer(
          song.title(),
          song.artist(),
          ranked.score(),
          ranked.firstPlayed(),
          ranked.lastPlayed(),
          ranked.plays(),
          ranked.spotifyUri(),
          ranked.evidence());
    }
  }

  /// Answers a mood with songs and the days that prove them.
  @POST
  public Answer answer(@Nullable Question question) {
    if (question == null) {
      throw RefusedException.wrongCall("The body is missing: send {\"mood\": \"…\"}.");
    }
    Mood mood = Mood.of(question.mood(), settings.moodCharacters());
    int limit = limit(question.limit());
    SongRanking ranking = new SongRanking(score(question.score()), settings.inverseTemperature());
    refuseOtherModels(question.model());
    refuseExplanation(question.explain());
    Timer.Sample sample = Timer.start();
    List<IndexedDay> days = answering.life(caller.user()).days();
    List<SongAnswer> songs =
        ranking.rank(days, answering.encode(mood), limit).stream().map(SongAnswer::of).toList();
    sample.stop(answers);
    return new Answer(
        SentenceEncoder.NAME, songs, NotEnough.sentence(answering.life(caller.user())));
  }

  private int limit(@Nullable Integer asked) {
    int limit = asked == null ? USUAL_SONGS : asked;
    if (limit < 1 || limit > settings.mostSongs()) {
      throw RefusedException.wrongCall(
          "The limit must lie between 1 and " + settings.mostSongs() + ", not " + limit + ".");
    }
    return limit;
  }

  private SongScore score(@Nullable String asked) {
    String word = asked == null ? settings.score() : asked;
    return Stream.of(SongScore.values())
        .filter(each -> each.word().equals(word))
        .findFirst()
        .orElseThrow(
            () -> RefusedException.wrongCall("The score must be soft-mean, best-day or mean."));
  }

  private static void refuseOtherModels(@Nullable String model) {
    if (model != null && !model.equals(SentenceEncoder.NAME)) {
      throw RefusedException.wrongCall(
          "This model is not known here; known is: " + SentenceEncoder.NAME + ".");
    }
  }

  private static void refuseExplanation(@Nullable Boolean explain) {
    if (Boolean.TRUE.equals(explain)) {
      throw RefusedException.wrongCall(
          "Answers are not explained word by word yet; leave \"explain\" out.");
    }
  }
}
