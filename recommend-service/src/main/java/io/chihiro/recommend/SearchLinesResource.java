package io.chihiro.recommend;

import io.chihiro.door.Caller;
import io.chihiro.models.ByteVector;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.lines.SongsByLines.Score;
import io.chihiro.recommend.KnownSongs.KnownSong;
import io.chihiro.recommend.LinesFound.SongHit;
import io.chihiro.recommend.MissingSongs.Looked;
import io.chihiro.recommend.SearchCall.Ends;
import io.chihiro.recommend.Searching.Searched;
import io.chihiro.recommend.care.Notice;
import io.chihiro.recommend.catalogue.LineRanking.Hit;
import io.chihiro.recommend.catalogue.SongFilter;
import io.chihiro.recommend.catalogue.SongFilter.Range;
import io.chihiro.recommend.catalogue.SongView;
import io.micrometer.core.instrument.Timer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which song has a line like this one? Only the lines that come near are shown, never more of
/// the lyrics.
@Path("/api/v1/search/lines")
@RunOnVirtualThread
public class SearchLinesResource {
  private final Searching searching;
  private final Caller caller;

  public SearchLinesResource(Searching searching, Caller caller) {
    this.searching = searching;
    this.caller = caller;
  }

  /// A question.
  ///
  /// @param line what the line says, in whatever words
  /// @param limit how many songs, ten if absent
  /// @param valence how glad the songs sound, from 0 to 1; songs of which nobody knows are kept
  ///     out
  /// @param score `sum` or `mean` of a song's lines; `sum` if absent
  /// @param model `lines` or `base`; whichever is better if absent
  public record Question(
      @Nullable String line,
      @Nullable Integer limit,
      @Nullable Ends valence,
      @Nullable String score,
      @Nullable String model) {}

  /// Answers a line with songs.
  @POST
  public LinesFound search(Question question) throws InterruptedException {
    String line = searching.words("line", question.line());
    int limit = searching.limit(question.limit());
    Score score = SearchCall.score(question.score());
    Optional<Range> valence = SearchCall.range("valence", question.valence(), 0, 1);
    Optional<Notice> notice = Notice.on(line);
    // Nobody who speaks of harming themselves is led to what sounds saddest.
    SongFilter wanted = notice.isPresent() ? SongFilter.NONE : SongFilter.ofValence(valence);
    ServedLines.Reader reader = searching.lineReader(caller, question.model());
    Timer.Sample sample = Timer.start();
    Map<String, KnownSong> played = searching.played(caller);
    Searched all = searching.searched(caller);
    SongView met = all.view().only(wanted);
    List<Hit> hits = met.byLine(ByteVector.of(reader.encoder().encode(line)), score, limit);
    sample.stop(searching.timer("line"));
    long searched = met.lineCount();
    return new LinesFound(
        SentenceEncoder.VERSION_INT8,
        reader.version(),
        searched,
        hits.stream().map(hit -> SongHit.ofLines(hit, played)).toList(),
        MissingSongs.sentence(all, met, searched, Looked.LINES),
        notice);
  }
}
