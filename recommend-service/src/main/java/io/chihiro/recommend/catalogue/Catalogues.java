package io.chihiro.recommend.catalogue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.chihiro.door.RefusedException;
import io.chihiro.recommend.catalogue.SongCatalogue.Bounds;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// The catalogues of the users who search, in memory: read from the topics at the first search,
/// kept fresh by every change after it, let go of when nobody has searched for a while.
/// Thread-safe.
public final class Catalogues implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration STAYS = Duration.ofHours(1);

  private final String broker;
  private final Bounds bounds;
  private final Cache<String, FollowCatalogue> catalogues;
  private volatile Optional<String> pictures = Optional.empty();

  /// @param bounds of each
  /// @param users whose catalogues are held at once
  public Catalogues(String broker, Bounds bounds, int users) {
    this.broker = broker;
    this.bounds = bounds;
    this.catalogues =
        Caffeine.newBuilder()
            .maximumSize(users)
            .expireAfterAccess(STAYS)
            .<String, FollowCatalogue>removalListener((_, gone, _) -> close(gone))
            .build();
  }

  /// From now on songs are found by pictures as well; catalogues in memory are read again if that
  /// is new.
  ///
  /// @param version of the encoder that their lines are read by
  public synchronized void findByPictures(String version) {
    if (!pictures.equals(Optional.of(version))) {
      pictures = Optional.of(version);
      catalogues.invalidateAll();
    }
  }

  /// A user's catalogue, whole.
  ///
  /// @throws RefusedException if it is not read within some seconds
  public SongCatalogue of(String user) throws InterruptedException {
    FollowCatalogue followed =
        catalogues.get(user, name -> new FollowCatalogue(broker, name, bounds, pictures));
    if (!followed.awaitWhole(PATIENCE)) {
      throw RefusedException.notNow(
          "Warming up: your songs are being read; try again in a moment.");
    }
    return followed.catalogue();
  }

  /// A sum over all catalogues that are whole.
  public double sum(ToLongFunction<SongCatalogue> count) {
    return catalogues.asMap().values().stream()
        .filter(FollowCatalogue::whole)
        .map(FollowCatalogue::catalogue)
        .mapToLong(count)
        .sum();
  }

  /// Lets go of catalogues that nobody has asked for lately.
  public void letGo() {
    catalogues.cleanUp();
  }

  @Override
  public void close() {
    Collection<FollowCatalogue> all = catalogues.asMap().values();
    all.forEach(FollowCatalogue::close);
  }

  private static void close(@Nullable FollowCatalogue gone) {
    if (gone != null) {
      gone.close();
    }
  }
}
