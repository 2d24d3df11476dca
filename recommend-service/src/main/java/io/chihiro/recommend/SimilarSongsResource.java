package io.chihiro.recommend;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.chihiro.door.Caller;
import io.chihiro.door.RefusedException;
import io.chihiro.models.sequences.Near;
import io.chihiro.models.sequences.SongCompany;
import io.chihiro.recommend.KnownSongs.KnownSong;
import io.chihiro.recommend.catalogue.CatalogueSong;
import io.chihiro.recommend.catalogue.SongLikeness;
import io.chihiro.recommend.catalogue.SongLikeness.Hit;
import io.chihiro.recommend.catalogue.SongLikeness.Part;
import io.chihiro.recommend.catalogue.SongView;
import io.micrometer.core.instrument.Timer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Which songs are like this one, and in what?
@Path("/api/v1/songs/{id}/similar")
@RunOnVirtualThread
public class SimilarSongsResource {
  private static final double HEAVIEST = 1000;
  private static final String COMPANY = SongCompany.NAME;

  private final Searching searching;
  private final Caller caller;

  public SimilarSongsResource(Searching searching, Caller caller) {
    this.searching = searching;
    this.caller = caller;
  }

  /// An answer.
  ///
  /// @param title of the song that was asked about
  /// @param weights of each part, as they were asked for
  /// @param songs the most similar first
  /// @param modelVersion which learned who lives next to whom, if that was asked
  /// @param missing why there is no song, where there is none
  public record Answer(
      String id,
      String title,
      String artist,
      Map<String, Double> weights,
      List<SongHit> songs,
      Optional<String> modelVersion,
      Optional<String> missing) {}

  /// A song that is similar.
  ///
  /// @param score the sum of its shares
  /// @param shares what each part adds
  /// @param unknown parts that cannot be known of both songs and add nothing
  public record SongHit(
      @JsonUnwrapped FoundSong song,
      double score,
      Map<String, Double> shares,
      List<String> unknown) {
    static SongHit of(Hit hit, Map<String, KnownSong> played) {
      return new SongHit(
          FoundSong.of(hit.song(), played),
          hit.score(),
          named(hit.shares()),
          Stream.of(Part.values())
              .filter(part -> !hit.shares().containsKey(part))
              .map(Part::word)
              .toList());
    }

    /// A song that lived next to the one that was asked about.
    static SongHit nextTo(CatalogueSong found, double cosine, Map<String, KnownSong> played) {
      return new SongHit(FoundSong.of(found, played), cosine, Map.of(COMPANY, cosine), List.of());
    }
  }

  /// The songs that are most like one.
  ///
  /// @param limit how many, ten if absent
  /// @param by `meaning`, which is meant if it is absent, or `company`: by who lived next to it in
  ///     sessions and playlists, and then without weights
  /// @param lyrics weight of the lyrics' cosine, 0.4 if absent; the others weigh 0.1
  @GET
  public Answer similar(
      @RestPath String id,
      @RestQuery @Nullable String limit,
      @RestQuery @Nullable String by,
      @RestQuery @Nullable String lyrics,
      @RestQuery @Nullable String title,
      @RestQuery @Nullable String genre,
      @RestQuery @Nullable String artist,
      @RestQuery @Nullable String year,
      @RestQuery @Nullable String views,
      @RestQuery @Nullable String featured)
      throws InterruptedException {
    int most = searching.limit(SearchCall.whole("limit", limit));
    if (COMPANY.equals(by)) {
      refuseWeights(lyrics, title, genre, artist, year, views, featured);
      return nextTo(id, most);
    }
    if (by != null && !by.equals("meaning")) {
      throw RefusedException.wrongCall("Songs are similar by meaning or by company.");
    }
    Map<Part, Double> weights = new EnumMap<>(Part.class);
    weigh(weights, Part.LYRICS, lyrics);
    weigh(weights, Part.TITLE, title);
    weigh(weights, Part.GENRE, genre);
    weigh(weights, Part.ARTIST, artist);
    weigh(weights, Part.YEAR, year);
    weigh(weights, Part.VIEWS, views);
    weigh(weights, Part.FEATURED, featured);
    return similar(id, most, weights);
  }

  private Answer similar(String id, int most, Map<Part, Double> weights)
      throws InterruptedException {
    Timer.Sample sample = Timer.start();
    SongView songs = searching.searched(caller).view();
    CatalogueSong song = Searching.song(songs, id);
    List<Hit> hits = new SongLikeness(weights).rank(song, songs.songs(), most);
    sample.stop(searching.timer("similar"));
    Map<String, KnownSong> played = searching.played(caller);
    return new Answer(
        song.id(),
        song.facts().named().title(),
        song.facts().named().artist(),
        named(weights),
        hits.stream().map(hit -> SongHit.of(hit, played)).toList(),
        Optional.empty(),
        Optional.empty());
  }

  private Answer nextTo(String id, int most) throws InterruptedException {
    Timer.Sample sample = Timer.start();
    ServedVersion.Opened<SongCompany> model = searching.company(caller);
    SongView songs = searching.searched(caller).view();
    CatalogueSong song = Searching.song(songs, id);
    Set<String> ids = songs.ids();
    List<Near> near = model.content().nearest(id, most, ids::contains);
    sample.stop(searching.timer(COMPANY));
    Map<String, KnownSong> played = searching.played(caller);
    return new Answer(
        song.id(),
        song.facts().named().title(),
        song.facts().named().artist(),
        Map.of(COMPANY, 1.0),
        near.stream().map(each -> hit(each, songs, played)).toList(),
        Optional.of(model.version()),
        missing(model, id, near));
  }

  private static SongHit hit(Near near, SongView songs, Map<String, KnownSong> played) {
    return SongHit.nextTo(songs.find(near.song()).orElseThrow(), near.score(), played);
  }

  private static Optional<String> missing(
      ServedVersion.Opened<SongCompany> model, String id, List<Near> near) {
    if (!near.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        model.content().knows(id)
            ? "No other song of yours lived next to this one."
            : "This song was in no session or playlist when that was learned.");
  }

  private static void refuseWeights(@Nullable String... weights) {
    for (String weight : weights) {
      if (weight != null) {
        throw RefusedException.wrongCall("Weights are of meaning; company has none.");
      }
    }
  }

  private static Map<String, Double> named(Map<Part, Double> parts) {
    Map<String, Double> named = new LinkedHashMap<>();
    parts.forEach((part, number) -> named.put(part.word(), number));
    return named;
  }

  private static void weigh(Map<Part, Double> weights, Part part, @Nullable String asked) {
    weights.put(part, asked == null ? part.usual() : weight(part, asked));
  }

  private static double weight(Part part, String asked) {
    try {
      double weight = Double.parseDouble(asked);
      if (weight >= 0 && weight <= HEAVIEST) {
        return weight;
      }
    } catch (NumberFormatException _) {
      // It is told below, with all that is no weight.
    }
    throw RefusedException.wrongCall(
        "The weight \"%s\" must be a number between 0 and 1000.".formatted(part.word()));
  }
}
