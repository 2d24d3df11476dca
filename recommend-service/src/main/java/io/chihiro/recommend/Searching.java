package io.chihiro.recommend;

import io.chihiro.door.Caller;
import io.chihiro.door.RefusedException;
import io.chihiro.metrics.SearchMetric;
import io.chihiro.models.ByteVector;
import io.chihiro.models.RgbPicture;
import io.chihiro.models.bucket.BucketSettings;
import io.chihiro.models.bucket.S3Bucket;
import io.chihiro.models.sequences.SongCompany;
import io.chihiro.recommend.KnownSongs.KnownSong;
import io.chihiro.recommend.catalogue.CatalogueSong;
import io.chihiro.recommend.catalogue.CatalogueSource;
import io.chihiro.recommend.catalogue.CatalogueStore;
import io.chihiro.recommend.catalogue.Catalogues;
import io.chihiro.recommend.catalogue.SongCatalogue;
import io.chihiro.recommend.catalogue.SongCatalogue.Bounds;
import io.chihiro.recommend.catalogue.SongView;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What searching for songs needs: the catalogues, the encoder, and what of each user may be met.
@Startup
@ApplicationScoped
public class Searching {
  /// What answers from others' tastes are counted by.
  static final String FOR_YOU = "for-you";

  private final Answering answering;
  private final RecommendSettings.Recommend limits;
  private final Catalogues catalogues;
  private final PicturePair pair;
  private final MeterRegistry meters;

  /// What one search looks at.
  ///
  /// @param catalogue all of it, for what it says of itself
  /// @param view of those that may be met
  record Searched(SongCatalogue catalogue, SongView view) {
    /// Each of them; those of an index are read as they are asked for, without their lines.
    List<CatalogueSong> songs() {
      return view.songs();
    }
  }

  public Searching(RecommendSettings settings, Answering answering, MeterRegistry meters) {
    this.answering = answering;
    this.meters = meters;
    this.limits = settings.recommend();
    this.catalogues = new Catalogues(source(settings), settings.catalogue().users());
    this.pair = new PicturePair(settings.pictures().folder());
  }

  private static CatalogueSource source(RecommendSettings settings) {
    RecommendSettings.Catalogue wanted = settings.catalogue();
    BucketSettings bucket = settings.models().bucket();
    InstantSource clock = InstantSource.system();
    return new CatalogueSource(
        settings.broker(),
        new Bounds(wanted.songs(), wanted.lines()),
        new CatalogueStore(
            settings.models().folder(), bucket.name().map(_ -> new S3Bucket(bucket)), clock),
        wanted.indexFrom(),
        wanted.graphFrom(),
        clock);
  }

  @PostConstruct
  void measure() {
    SearchMetric.CATALOGUE_SONGS.gauge(
        meters, catalogues, all -> all.sum(catalogue -> catalogue.view().size()));
    SearchMetric.CATALOGUE_LINES.gauge(
        meters, catalogues, all -> all.sum(SongCatalogue::lineCount));
    Stream.of("vibe", "line", "picture", "similar", "company", FOR_YOU).forEach(this::timer);
  }

  @PreDestroy
  void stop() {
    catalogues.close();
    pair.close();
  }

  /// Gives memory back that nobody has needed for long.
  @Scheduled(every = "60s")
  void letGo() {
    catalogues.letGo();
  }

  /// Lays what came lately into the indexes.
  @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tend() throws InterruptedException {
    catalogues.tend();
  }

  /// Another copy may have forgotten somebody's songs.
  @Scheduled(every = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sweep() {
    catalogues.sweep();
  }

  /// Forgets all indexes of a user's songs.
  ///
  /// @return how many there were
  int forget(String user) {
    return catalogues.forget(user);
  }

  /// Takes songs of a user that have gone out of the index on disk too.
  ///
  /// @return whether there were any
  boolean forgetGone(String user) throws InterruptedException {
    return catalogues.forgetGone(user);
  }

  /// What is looked for, in words.
  ///
  /// @param field its name in the call
  String words(String field, @Nullable String typed) {
    return SearchCall.words(field, typed, limits.moodCharacters());
  }

  /// How many songs are wanted.
  int limit(@Nullable Integer asked) {
    return SearchCall.limit(asked, limits.mostSongs());
  }

  /// How long searches of a kind take.
  Timer timer(String kind) {
    return SearchMetric.SEARCH_SECONDS.timer(meters, kind);
  }

  /// The caller's songs, but for those that are off limits.
  Searched searched(Caller caller) throws InterruptedException {
    Set<String> forbidden = answering.mayBeMet(caller.user()).songs();
    SongCatalogue catalogue = catalogues.of(caller.user());
    return new Searched(catalogue, catalogue.view(forbidden));
  }

  /// One of the caller's songs.
  ///
  /// @throws RefusedException if there is none of this id, or it is off limits
  CatalogueSong song(Caller caller, String id) throws InterruptedException {
    return song(searched(caller).view(), id);
  }

  /// One of these songs.
  ///
  /// @throws RefusedException if there is none of this id
  static CatalogueSong song(SongView songs, String id) {
    return songs
        .find(id)
        .orElseThrow(() -> RefusedException.notFound("There is no such song of yours."));
  }

  /// The same, with what pictures find them by.
  Searched searchedByPicture(Caller caller) throws InterruptedException {
    catalogues.findByPictures(pairVersion());
    return searched(caller);
  }

  /// The version of the encoders that pictures are looked for with.
  ///
  /// @throws RefusedException if there are none
  String pairVersion() {
    return pair.version();
  }

  /// The vector of a picture.
  ByteVector encode(RgbPicture picture) {
    return pair.encode(picture);
  }

  /// Which songs lived next to which, for the caller.
  ServedVersion.Opened<SongCompany> company(Caller caller) {
    return answering.company().of(caller.user());
  }

  /// The vector of what somebody looks for.
  ByteVector encode(String words) {
    return ByteVector.of(answering.encoder().encode(words));
  }

  /// What reads what the caller looks for among lines.
  ///
  /// @param model that is asked for by name, if any is
  ServedLines.Reader lineReader(Caller caller, @Nullable String model) {
    return answering.lines().of(caller.user(), model);
  }

  /// How the caller's own songs run through their days, by identity.
  Map<String, KnownSong> played(Caller caller) {
    return KnownSongs.of(answering.life(caller.user()).moments()).stream()
        .collect(Collectors.toMap(KnownSong::identity, Function.identity(), (one, _) -> one));
  }
}
