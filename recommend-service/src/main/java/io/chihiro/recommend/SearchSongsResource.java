package io.chihiro.recommend;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.chihiro.door.Caller;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.recommend.KnownSongs.KnownSong;
import io.chihiro.recommend.MissingSongs.Looked;
import io.chihiro.recommend.SearchCall.Ends;
import io.chihiro.recommend.Searching.Searched;
import io.chihiro.recommend.care.Notice;
import io.chihiro.recommend.catalogue.CatalogueSong;
import io.chihiro.recommend.catalogue.SongFilter;
import io.chihiro.recommend.catalogue.SongFilter.Range;
import io.chihiro.recommend.catalogue.SongView;
import io.chihiro.recommend.catalogue.VibeRanking.Found;
import io.chihiro.recommend.catalogue.VibeRanking.Hit;
import io.micrometer.core.instrument.Timer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Which songs feel like this?
@Path("/api/v1/search/songs")
@RunOnVirtualThread
public class SearchSongsResource {
  private static final int FIRST_YEAR = 0;
  private static final int LAST_YEAR = 9999;

  private final Searching searching;
  private final Caller caller;

  public SearchSongsResource(Searching searching, Caller caller) {
    this.searching = searching;
    this.caller = caller;
  }

  /// A question.
  ///
  /// @param vibe what the songs shall feel like
  /// @param limit how many songs, ten if absent
  public record Question(
      @Nullable String vibe, @Nullable Integer limit, @Nullable Filters filters) {}

  /// Which songs may be met; what is asked about and not known of a song keeps it out.
  ///
  /// @param valence how glad they sound, from 0 to 1
  /// @param mine whether only what the caller has played may be met
  public record Filters(
      @Nullable Ends year,
      @Nullable String tag,
      @Nullable String language,
      @Nullable Ends valence,
      @Nullable String artist,
      @Nullable Boolean mine) {
    static final Filters NONE = new Filters(null, null, null, null, null, null);
  }

  /// An answer.
  ///
  /// @param modelVersion which encoder read the songs
  /// @param searched how many songs could be compared
  /// @param songs the best by meaning
  /// @param titles songs called exactly what was typed that are not among these
  /// @param missing what could not be looked at
  /// @param notice above all of it, to somebody whose words sound like danger to themselves
  public record Answer(
      String modelVersion,
      int searched,
      List<SongHit> songs,
      List<SongHit> titles,
      Optional<String> missing,
      Optional<Notice> notice) {}

  /// A song that was found.
  ///
  /// @param score the cosine of the vibe with the mean of title and lyrics; absent if only its
  ///     title speaks for it, which says exactly what was typed
  /// @param rank among all songs by meaning: an exact title does not count
  /// @param rankWithTitles the same, with it
  public record SongHit(
      @JsonUnwrapped FoundSong song,
      OptionalDouble score,
      int rank,
      int rankWithTitles,
      boolean exactTitle) {
    static SongHit of(Hit hit, Map<String, KnownSong> played) {
      return new SongHit(
          FoundSong.of(hit.song(), played),
          hit.score(),
          hit.rank(),
          hit.rankWithTitles(),
          hit.exactTitle());
    }
  }

  /// Answers a vibe with songs.
  @POST
  public Answer search(Question question) throws InterruptedException {
    String vibe = searching.words("vibe", question.vibe());
    int limit = searching.limit(question.limit());
    Filters filters = question.filters() == null ? Filters.NONE : question.filters();
    Optional<Notice> notice = Notice.on(vibe);
    SongFilter wanted = filter(filters, notice.isPresent());
    Timer.Sample sample = Timer.start();
    Map<String, KnownSong> played = searching.played(caller);
    Searched all = searching.searched(caller);
    SongView passing = all.view().only(wanted);
    SongView met =
        Boolean.TRUE.equals(filters.mine()) ? passing.only(song -> isOwn(song, played)) : passing;
    Found found = met.byVibe(vibe, searching.encode(vibe), limit);
    sample.stop(searching.timer("vibe"));
    return new Answer(
        SentenceEncoder.VERSION_INT8,
        found.searched(),
        found.songs().stream().map(hit -> SongHit.of(hit, played)).toList(),
        found.titles().stream().map(hit -> SongHit.of(hit, played)).toList(),
        MissingSongs.sentence(all, met, found.searched(), Looked.SONGS),
        notice);
  }

  // Nobody who speaks of harming themselves is led to what sounds saddest.
  private static SongFilter filter(Filters filters, boolean careful) {
    Optional<Range> valence = SearchCall.range("valence", filters.valence(), 0, 1);
    return new SongFilter(
        SearchCall.range("year", filters.year(), FIRST_YEAR, LAST_YEAR),
        SearchCall.name("tag", filters.tag()),
        SearchCall.name("language", filters.language()),
        careful ? Optional.empty() : valence,
        SearchCall.name("artist", filters.artist()));
  }

  private static boolean isOwn(CatalogueSong song, Map<String, KnownSong> played) {
    return !song.facts().onlyListed() || song.facts().isAmong(played.keySet());
  }
}
