package io.chihiro.recommend;

import io.chihiro.door.Caller;
import io.chihiro.models.RgbPicture;
import io.chihiro.models.lines.SongsByLines.Score;
import io.chihiro.recommend.SearchCall.Ends;
import io.chihiro.recommend.catalogue.SongFilter;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Which songs have lines, or a title, like this picture? Nothing of the picture is kept or told.
@Path("/api/v1/search/image")
@RunOnVirtualThread
public class SearchImageResource {
  private final Searching searching;
  private final SmallPictures pictures;
  private final FindByPicture songs;

  public SearchImageResource(
      Searching searching, Neighbours neighbours, RecommendSettings settings, Caller caller) {
    this.searching = searching;
    this.pictures = new SmallPictures(neighbours);
    this.songs = new FindByPicture(searching, settings.pictures().fullFrom(), caller);
  }

  /// Answers a picture with songs.
  ///
  /// @param type of the body
  /// @param limit how many songs, ten if absent
  /// @param valenceFrom how glad the songs sound at least, from 0 to 1; songs of which nobody knows
  ///     are kept out
  /// @param valenceTo how glad they sound at most
  /// @param score `sum` or `mean` of a song's lines; `sum` if absent
  /// @param body a picture, or a form with one
  @POST
  @Consumes(MediaType.WILDCARD)
  public LinesFound search(
      @HeaderParam("Content-Type") @Nullable String type,
      @RestQuery @Nullable String limit,
      @RestQuery @Nullable String valenceFrom,
      @RestQuery @Nullable String valenceTo,
      @RestQuery @Nullable String score,
      InputStream body)
      throws InterruptedException {
    int most = searching.limit(SearchCall.whole("limit", limit));
    Score how = SearchCall.score(score);
    Ends ends =
        new Ends(
            SearchCall.number("valenceFrom", valenceFrom),
            SearchCall.number("valenceTo", valenceTo));
    SongFilter wanted = SongFilter.ofValence(SearchCall.range("valence", ends, 0, 1));
    // Whoever lacks the encoders hears of it before the picture goes anywhere.
    var _ = searching.pairVersion();
    RgbPicture picture = pictures.of(body, type == null ? "" : type);
    return songs.find(picture, wanted, how, most);
  }
}
