package io.chihiro.recommend;

import io.chihiro.door.Caller;
import io.chihiro.door.RefusedException;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.recommend.KnownSongs.KnownSong;
import io.chihiro.recommend.SearchCall.Ends;
import io.chihiro.recommend.Searching.Searched;
import io.chihiro.recommend.care.Notice;
import io.chihiro.recommend.catalogue.LineRanking.Hit;
import io.chihiro.recommend.catalogue.LineRanking.Near;
import io.chihiro.recommend.catalogue.LineRanking.Score;
import io.chihiro.recommend.catalogue.SongFacts;
import io.chihiro.recommend.catalogue.SongFilter;
import io.chihiro.recommend.catalogue.SongFilter.Range;
import io.chihiro.recommend.catalogue.SongView;
import io.micrometer.core.instrument.Timer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which song has a line like this one? Only the lines that come near are shown, never more of
/// the lyrics.
@Path("/api/v1/search/lines")
@RunOnVirtualThread
public class SearchLinesResource {
  private final Searching searching;
  private final RecommendSettings.Recommend settings;
  private final Caller caller;

  public SearchLinesResource(Searching searching, RecommendSettings settings, Caller caller) {
    this.searching = searching;
    this.settings = settings.recommend();
    this.caller = caller;
  }

  /// A question.
  ///
  /// @param line what the line says, in whatever words
  /// @param limit how many songs, ten if absent
  /// @param valence how glad the songs sound, from 0 to 1; songs of which nobody knows are kept
  ///     out
  /// @param score `sum` or `mean` of a song's lines; `sum` if absent
  public record Question(
      @Nullable String line,
      @Nullable Integer limit,
      @Nullable Ends valence,
      @Nullable String score) {}

  /// An answer.
  ///
  /// @param modelVersion which encoder read the lines
  /// @param searched how many lines were compared
  /// @param missing what could not be looked at
  /// @param notice above all of it, to somebody whose words sound like danger to themselves
  public record Answer(
      String modelVersion,
      long searched,
      List<SongHit> songs,
      Optional<String> missing,
      Optional<Notice> notice) {}

  /// A song that was found.
  ///
  /// @param lines of it that are among the hundred nearest, the nearest first
  public record SongHit(
      String id,
      String title,
      String artist,
      Optional<Integer> year,
      List<String> tags,
      double score,
      List<LineHit> lines,
      Optional<PlayedDays> played) {
    static SongHit of(Hit hit, Map<String, KnownSong> played) {
      SongFacts song = hit.song().facts();
      return new SongHit(
          song.id(),
          song.named().title(),
          song.named().artist(),
          song.year(),
          song.tags(),
          hit.score(),
          LineHit.all(hit),
          PlayedDays.of(hit.song(), played));
    }
  }

  /// A line that came near.
  ///
  /// @param similarity its cosine with what was looked for
  /// @param counted what it adds to the score: half of that below 0.6
  public record LineHit(String text, double similarity, double counted) {
    private static List<LineHit> all(Hit hit) {
      List<String> words = hit.song().words(hit.lines().stream().map(Near::place).toList());
      List<LineHit> all = new ArrayList<>();
      for (Near near : hit.lines()) {
        all.add(new LineHit(words.get(all.size()), near.similarity(), near.counted()));
      }
      return all;
    }
  }

  /// Answers a line with songs.
  @POST
  public Answer search(Question question) throws InterruptedException {
    String line = SearchCall.words("line", question.line(), settings.moodCharacters());
    int limit = SearchCall.limit(question.limit(), settings.mostSongs());
    Score score = score(question.score());
    Optional<Range> valence = SearchCall.range("valence", question.valence(), 0, 1);
    Optional<Notice> notice = Notice.on(line);
    // Nobody who speaks of harming themselves is led to what sounds saddest.
    SongFilter wanted = notice.isPresent() ? SongFilter.NONE : SongFilter.ofValence(valence);
    Timer.Sample sample = Timer.start();
    Map<String, KnownSong> played = searching.played(caller);
    Searched all = searching.searched(caller);
    SongView met = all.view().only(wanted);
    List<Hit> hits = met.byLine(searching.encode(line), score, limit);
    sample.stop(searching.timer("line"));
    long searched = met.lineCount();
    return new Answer(
        SentenceEncoder.VERSION_INT8,
        searched,
        hits.stream().map(hit -> SongHit.of(hit, played)).toList(),
        met.isEmpty() && !all.view().isEmpty()
            ? Optional.of("No song of yours passes this range of valence.")
            : MissingSongs.sentence(all, searched, true),
        notice);
  }

  private static Score score(@Nullable String asked) {
    String word = asked == null ? Score.SUM.word() : asked;
    return Stream.of(Score.values())
        .filter(each -> each.word().equals(word))
        .findFirst()
        .orElseThrow(() -> RefusedException.wrongCall("The score must be sum or mean."));
  }
}
