package io.chihiro.recommend.catalogue;

import io.chihiro.models.BrokenModelException;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.index.FileSum;
import io.chihiro.recommend.catalogue.SongCatalogue.Frozen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/// Makes an index on disk of a catalogue: of the index before it, and what changed since. Searches
/// go on meanwhile, and the catalogue takes in what comes.
final class IndexSongs {
  private static final Logger LOG = Logger.getLogger(IndexSongs.class);
  private static final Duration GONE_STAYS = Duration.ofSeconds(5);
  private static final Duration QUIET = Duration.ofSeconds(30);

  /// Writing an index costs as much as it is large: while songs keep coming, it grows by a quarter.
  private static final int SHARE_UNDER_WAY = 4;

  /// When none come, one in fifty is worth it.
  private static final int SHARE_WHEN_QUIET = 50;

  private static final List<String> FILES =
      List.of(StoredCatalogue.SONGS, SongTable.FILE, TitleTable.FILE);

  private final CatalogueSource source;
  private final String user;
  private final SongCatalogue catalogue;
  private final Map<TopicPartition, Long> reached = new ConcurrentHashMap<>();
  private volatile String cluster = "";
  private volatile long changedNanos = System.nanoTime();
  private boolean stopped;

  IndexSongs(CatalogueSource source, String user, SongCatalogue catalogue) {
    this.source = source;
    this.user = user;
    this.catalogue = catalogue;
  }

  /// Begins with what is there.
  ///
  /// @param broker by its own name
  void begin(String broker, Optional<StoredCatalogue> stored) {
    cluster = broker;
    stored.ifPresent(
        index -> {
          reached.putAll(index.card().reached());
          // Vectors that are there are kept up, whether or not anybody has shown a picture yet.
          if (!index.card().pictures().isEmpty()) {
            catalogue.findByPictures(index.card().pictures());
          }
          catalogue.standOn(index);
        });
  }

  /// A record is in the catalogue.
  void reached(ConsumerRecord<?, ?> message) {
    long next = message.offset() + 1;
    // Whoever reads again from the beginning has reached no less than before.
    long _ =
        reached.merge(new TopicPartition(message.topic(), message.partition()), next, Math::max);
    changedNanos = System.nanoTime();
  }

  /// Whether a new index is worth it.
  boolean isDue() {
    int changed = catalogue.heldCount();
    int there = catalogue.base().map(StoredCatalogue::count).orElse(0);
    if (!catalogue.isComplete() || (there == 0 && changed < source.indexFrom())) {
      return false;
    }
    if (catalogue.hasLeft() && isQuietFor(GONE_STAYS)) {
      return true;
    }
    if (changed >= Math.max(source.indexFrom(), there / SHARE_UNDER_WAY)) {
      return true;
    }
    return isQuietFor(QUIET) && (isWorthIt(changed, there) || isOld());
  }

  private static boolean isWorthIt(int changed, int there) {
    return changed > 0 && changed >= there / SHARE_WHEN_QUIET;
  }

  private boolean isOld() {
    return catalogue
        .base()
        .filter(index -> !index.card().hearsOfDeletions(source.clock().instant()))
        .isPresent();
  }

  private boolean isQuietFor(Duration time) {
    return System.nanoTime() - changedNanos > time.toNanos();
  }

  /// Makes one and lets the catalogue stand on it.
  ///
  /// @param readToEnd whether the catalogue has all that the topics have
  /// @return false if it cannot be written; the one before goes on
  synchronized boolean make(boolean readToEnd) {
    if (stopped || !catalogue.isComplete()) {
      return false;
    }
    long beganNanos = System.nanoTime();
    long nowMillis = readToEnd ? source.clock().instant().toEpochMilli() : 0;
    // Before the songs: what is read twice is told twice, and changes nothing.
    Map<TopicPartition, Long> positions = Map.copyOf(reached);
    Frozen frozen = catalogue.freeze();
    try {
      StoredCatalogue made =
          source.store().write(user, folder -> write(folder, frozen.songs(), positions, nowMillis));
      catalogue.standOn(made);
      source.store().keepLatest(user, frozen.left() ? 1 : 2);
      LOG.infof(
          "an index of %,d songs and %,d lines was made in %,d ms",
          made.count(), made.lineCount(), millisSince(beganNanos));
      return true;
    } catch (IOException
        | UncheckedIOException
        | BrokenModelException
        | IllegalArgumentException e) {
      catalogue.thaw(frozen);
      LOG.warnf("no new index of songs can be made, the one before goes on: %s", e.getMessage());
      return false;
    }
  }

  /// Makes no more; returns when none is under way.
  synchronized void stop() {
    stopped = true;
  }

  private void write(
      Path folder, MergedSongs songs, Map<TopicPartition, Long> positions, long readToEndMillis)
      throws IOException {
    int count = new WriteCatalogue(folder, songs).write(source.graphFrom());
    Map<String, FileSum> sums = new TreeMap<>();
    for (String file : FILES) {
      sums.put(file, FileSum.of(folder.resolve(file)));
    }
    new CatalogueCard(
            CatalogueCard.FORMAT,
            user,
            cluster,
            SentenceEncoder.VERSION_INT8,
            catalogue.pictures().orElse(""),
            readToEndMillis,
            count,
            CatalogueCard.positions(positions),
            sums)
        .write(folder);
  }

  private static long millisSince(long beganNanos) {
    return Duration.ofNanos(System.nanoTime() - beganNanos).toMillis();
  }
}
