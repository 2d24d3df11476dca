package io.chihiro.recommend;

import io.chihiro.door.Caller;
import io.chihiro.door.RefusedException;
import io.chihiro.events.Song;
import io.chihiro.metrics.AnswerMetric;
import io.chihiro.models.SongScore;
import io.chihiro.models.explain.Explanation;
import io.chihiro.models.explain.Explanation.WordWeight;
import io.chihiro.recommend.AnswerMoods.Asked;
import io.chihiro.recommend.AnswerMoods.ModelAnswer;
import io.chihiro.recommend.RecentAnswers.Given;
import io.chihiro.recommend.RecentAnswers.GivenSong;
import io.chihiro.recommend.ServedModels.Askable;
import io.chihiro.recommend.SongRanking.Evidence;
import io.chihiro.recommend.SongRanking.Ranked;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The main question: which songs take me back to how I feel right now?
@Path("/api/v1/recommendations")
@RunOnVirtualThread
public class RecommendationsResource {
  private static final int USUAL_SONGS = 10;
  private static final int NEXT_TO = 3;

  private final Answering answering;
  private final RecommendSettings.Recommend settings;
  private final Caller caller;
  private final InstantSource clock;
  private final Timer answers;
  private final Timer explained;

  public RecommendationsResource(
      Answering answering,
      RecommendSettings settings,
      Caller caller,
      InstantSource clock,
      MeterRegistry meters) {
    this.answering = answering;
    this.settings = settings.recommend();
    this.caller = caller;
    this.clock = clock;
    this.answers = AnswerMetric.ANSWER_SECONDS.timer(meters, "no");
    this.explained = AnswerMetric.ANSWER_SECONDS.timer(meters, "yes");
  }

  /// A question.
  ///
  /// @param mood how the caller feels
  /// @param limit how many songs, ten if absent
  /// @param model which model answers; the serving one if absent
  /// @param models several models to be compared; the first one's answer is the answer
  /// @param explain whether each song's words are weighed
  /// @param score how a song's days make its score; the setting if absent
  public record Question(
      @Nullable String mood,
      @Nullable Integer limit,
      @Nullable String model,
      @Nullable List<String> models,
      @Nullable Boolean explain,
      @Nullable String score) {}

  /// An answer.
  ///
  /// @param answer its id, for feedback
  /// @param model which model answered
  /// @param modelVersion in which version; all of the answer comes from it
  /// @param songs best first
  /// @param missing what is missing, when there is not enough yet to answer
  /// @param compared every model's answer, if several were asked, the first one's included
  /// @param agreement of every two of them
  public record Answer(
      String answer,
      String model,
      String modelVersion,
      List<SongAnswer> songs,
      Optional<String> missing,
      Optional<List<Compared>> compared,
      Optional<List<Agreement>> agreement) {}

  /// One model's answer among several.
  public record Compared(
      String answer,
      String model,
      String modelVersion,
      List<SongAnswer> songs,
      Optional<String> missing) {
    Agreement.First first() {
      return new Agreement.First(
          model,
          songs.stream().map(song -> new Song(song.title(), song.artist()).identity()).toList());
    }
  }

  /// A song of an answer.
  ///
  /// @param answer its id, for feedback
  /// @param words of the mood, the heaviest first, and what each did for how well this song's own
  ///     days fit: LIME's weight, and the exact change when it alone is left out
  /// @param wordsFit how much of the score's changes near the mood those weights tell: R²
  /// @param livedNextTo songs of the caller's days that sessions put next to it, the nearest first;
  ///     absent where nothing tells
  public record SongAnswer(
      String answer,
      String title,
      String artist,
      double score,
      LocalDate firstPlayed,
      LocalDate lastPlayed,
      int plays,
      Optional<String> spotifyUri,
      List<Evidence> evidence,
      Optional<List<WordWeight>> words,
      Optional<Double> wordsFit,
      Optional<List<SongNamed>> livedNextTo) {
    static SongAnswer of(
        String answer, Ranked ranked, Optional<Explanation> explained, List<Song> nextTo) {
      Song song = ranked.song();
      return new SongAnswer(
          answer,
          song.title(),
          song.artist(),
          ranked.score(),
          ranked.firstPlayed(),
          ranked.lastPlayed(),
          ranked.plays(),
          ranked.spotifyUri(),
          ranked.evidence(),
          explained.map(Explanation::words),
          explained.map(Explanation::fit),
          Optional.of(nextTo.stream().map(SongNamed::of).toList()).filter(all -> !all.isEmpty()));
    }
  }

  /// What a song is called.
  public record SongNamed(String title, String artist) {
    static SongNamed of(Song song) {
      return new SongNamed(song.title(), song.artist());
    }
  }

  public record AskableList(List<Askable> models) {}

  /// The models that can be asked by name.
  @GET
  @Path("/models")
  public AskableList models() {
    var _ = answering.life(caller.user());
    return new AskableList(answering.moods().askable(caller.user()));
  }

  /// Answers a mood with songs and the days that prove them.
  @POST
  public Answer answer(Question question) throws InterruptedException {
    Asked asked =
        new Asked(
            caller.user(),
            Mood.of(question.mood(), settings.moodCharacters()),
            score(question.score()),
            limit(question.limit()),
            Boolean.TRUE.equals(question.explain()),
            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    List<Optional<String>> models = models(question);
    var _ = answering.life(caller.user());
    List<Compared> all = new ArrayList<>();
    for (Optional<String> model : models) {
      all.add(answer(asked, model));
    }
    return together(all, question.models() != null);
  }

  private Compared answer(Asked asked, Optional<String> model) throws InterruptedException {
    Timer.Sample sample = Timer.start();
    ModelAnswer answer = answering.moods().answer(asked, model);
    sample.stop(asked.explained() ? explained : answers);
    String id = answering.recent().remember(given(asked, answer));
    List<SongAnswer> songs = songs(id, answer, asked.user());
    int daysWithText = answering.life(asked.user()).daysWithText();
    return new Compared(
        id,
        answer.model(),
        answer.version(),
        songs,
        NotEnough.sentence(daysWithText, answer.known()));
  }

  private List<SongAnswer> songs(String id, ModelAnswer answer, String user) {
    Map<String, Song> known = answering.life(user).songs();
    List<SongAnswer> songs = new ArrayList<>();
    for (Ranked ranked : answer.songs()) {
      int place = songs.size();
      Optional<Explanation> words =
          answer.words().isEmpty() ? Optional.empty() : Optional.of(answer.words().get(place));
      List<Song> nextTo = answering.company().nextTo(user, ranked.song(), known, NEXT_TO);
      songs.add(SongAnswer.of(RecentAnswers.part(id, place), ranked, words, nextTo));
    }
    return songs;
  }

  private static Given given(Asked asked, ModelAnswer answer) {
    return new Given(
        asked.user(),
        asked.mood().text(),
        answer.model(),
        answer.version(),
        answer.songs().stream().map(RecommendationsResource::given).toList());
  }

  private static GivenSong given(Ranked ranked) {
    return new GivenSong(ranked.song(), ranked.evidence().stream().map(Evidence::date).toList());
  }

  private static Answer together(List<Compared> all, boolean several) {
    Compared first = all.getFirst();
    List<Agreement> agreement = Agreement.of(all.stream().map(Compared::first).toList());
    return new Answer(
        first.answer(),
        first.model(),
        first.modelVersion(),
        first.songs(),
        first.missing(),
        several ? Optional.of(all) : Optional.empty(),
        several ? Optional.of(agreement) : Optional.empty());
  }

  private List<Optional<String>> models(Question question) {
    List<String> several = question.models();
    if (several == null) {
      return List.of(Optional.ofNullable(question.model()));
    }
    if (question.model() != null) {
      throw RefusedException.wrongCall("Name one \"model\" or several \"models\", not both.");
    }
    if (several.isEmpty()
        || several.size() > settings.mostModels()
        || several.stream().anyMatch(Objects::isNull)) {
      throw RefusedException.wrongCall(
          "\"models\" takes between 1 and " + settings.mostModels() + " names.");
    }
    if (several.stream().distinct().count() < several.size()) {
      throw RefusedException.wrongCall("\"models\" names a model twice.");
    }
    return several.stream().map(Optional::of).toList();
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
            () ->
                RefusedException.wrongCall(
                    "The score must be company, soft-mean, best-day or mean."));
  }
}
