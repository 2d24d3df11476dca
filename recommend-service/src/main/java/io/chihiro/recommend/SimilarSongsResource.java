package io.chihiro.recommend;

import io.chihiro.door.Caller;
import io.chihiro.door.RefusedException;
import io.chihiro.recommend.KnownSongs.KnownSong;
import io.chihiro.recommend.catalogue.CatalogueSong;
import io.chihiro.recommend.catalogue.SongFacts;
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
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Which songs are like this one, and in what?
@Path("/api/v1/songs/{id}/similar")
@RunOnVirtualThread
public class SimilarSongsResource {
  private static final double HEAVIEST = 1000;

  private final Searching searching;
  private final RecommendSettings.Recommend settings;
  private final Caller caller;

  public SimilarSongsResource(Searching searching, RecommendSettings settings, Caller caller) {
    this.searching = searching;
    this.settings = settings.recommend();
    this.caller = caller;
  }

  /// An answer.
  ///
  /// @param title of the song that was asked about
  /// @param weights of each part, as they were asked for
  /// @param songs the most similar first
  public record Answer(
      String id, String title, String artist, Map<String, Double> weights, List<SongHit> songs) {}

  /// A song that is similar.
  ///
  /// @param score the sum of its shares
  /// @param shares what each part adds
  /// @param unknown parts that cannot be known of both songs and add nothing
  public record SongHit(
      String id,
      String title,
      String artist,
      Optional<Integer> year,
      List<String> tags,
      double score,
      Map<String, Double> shares,
      List<String> unknown,
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
          named(hit.shares()),
          Stream.of(Part.values())
              .filter(part -> !hit.shares().containsKey(part))
              .map(Part::word)
              .toList(),
          PlayedDays.of(hit.song(), played));
    }
  }

  /// The songs that are most like one.
  ///
  /// @param limit how many, ten if absent
  /// @param lyrics weight of the lyrics' cosine, 0.4 if absent; the others weigh 0.1
  @GET
  public Answer similar(
      @RestPath String id,
      @RestQuery @Nullable String limit,
      @RestQuery @Nullable String lyrics,
      @RestQuery @Nullable String title,
      @RestQuery @Nullable String genre,
      @RestQuery @Nullable String artist,
      @RestQuery @Nullable String year,
      @RestQuery @Nullable String views,
      @RestQuery @Nullable String featured)
      throws InterruptedException {
    int most = SearchCall.limit(whole(limit), settings.mostSongs());
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
    CatalogueSong song =
        songs
            .find(id)
            .orElseThrow(() -> RefusedException.notFound("There is no such song of yours."));
    List<Hit> hits = new SongLikeness(weights).rank(song, songs.songs(), most);
    sample.stop(searching.timer("similar"));
    Map<String, KnownSong> played = searching.played(caller);
    return new Answer(
        song.id(),
        song.facts().named().title(),
        song.facts().named().artist(),
        named(weights),
        hits.stream().map(hit -> SongHit.of(hit, played)).toList());
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

  private static @Nullable Integer whole(@Nullable String asked) {
    try {
      return asked == null ? null : Integer.valueOf(asked);
    } catch (NumberFormatException e) {
      throw RefusedException.wrongCall("The limit must be a whole number.");
    }
  }
}
