package io.chihiro.recommend.catalogue;

import io.chihiro.keys.OwnerFile;
import io.chihiro.models.BrokenModelException;
import io.chihiro.models.OwnersFolder;
import io.chihiro.models.bucket.ModelBucket;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// Where the indexes of users' songs are kept: `catalogues/of-<user>/<version>/` of the model
/// store, for their owner alone, and in its bucket if it has one. Thread-safe.
///
/// A version is written beside its place and moved there when it is whole; later ones sort behind
/// earlier ones.
public final class CatalogueStore {
  private static final Logger LOG = Logger.getLogger(CatalogueStore.class);
  private static final String CATALOGUES = "catalogues";
  private static final String WRITING = ".writing-";
  private static final DateTimeFormatter VERSION =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS").withZone(ZoneOffset.UTC);

  /// Longer than writing one takes, or bringing it into the bucket.
  private static final Duration UNDER_WAY = Duration.ofHours(1);

  private final Path folder;
  private final CatalogueBucket bucket;
  private final InstantSource clock;

  /// Writes the files of a version into a folder that is not in its place yet.
  interface Content {
    void writeInto(Path temporary) throws IOException;
  }

  /// A store.
  ///
  /// @param models the folder of the model store
  /// @param bucket that is the model store, if it is not the folder alone
  public CatalogueStore(Path models, Optional<ModelBucket> bucket, InstantSource clock) {
    this.folder = models.resolve(CATALOGUES);
    this.bucket = new CatalogueBucket(bucket);
    this.clock = clock;
  }

  /// A user's latest version that is whole and wanted; broken ones are named in the log.
  Optional<StoredCatalogue> open(String user, Predicate<CatalogueCard> wanted) {
    for (String version : versions(user).descendingSet()) {
      try {
        Path place = brought(user, version);
        if (wanted.test(CatalogueCard.read(place))) {
          return Optional.of(StoredCatalogue.open(place));
        }
      } catch (BrokenModelException | IOException e) {
        LOG.warnf("%s; the one before is looked at", e.getMessage());
      }
    }
    return Optional.empty();
  }

  /// Writes a new version, and opens it.
  ///
  /// @throws IOException if it cannot be written; the store is then as it was before
  StoredCatalogue write(String user, Content content) throws IOException {
    String version = fresh(user);
    Path place = placed(user, version, content);
    StoredCatalogue written = StoredCatalogue.open(place);
    bucket.publish(key(user, version), place);
    return written;
  }

  /// Deletes all but a user's latest versions.
  void keepLatest(String user, int most) throws IOException {
    List<String> all = versions(user).descendingSet().stream().toList();
    for (String version : all.subList(Math.min(most, all.size()), all.size())) {
      delete(user, version);
    }
  }

  /// Deletes all of a user's versions.
  ///
  /// @return how many there were
  int drop(String user) throws IOException {
    NavigableSet<String> all = versions(user);
    for (String version : all) {
      delete(user, version);
    }
    new OwnersFolder(of(user)).delete();
    return all.size();
  }

  /// Whether there is any version of a user's.
  boolean has(String user) {
    return !versions(user).isEmpty();
  }

  /// Deletes what lies on this machine and is not in the bucket any more: another copy has
  /// forgotten it. What was made lately may be on its way there.
  void sweepDeleted() {
    if (!bucket.isThere() || !Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> all = Files.list(folder)) {
      Set<String> there = bucket.versions(CATALOGUES + "/");
      for (Path own : all.toList()) {
        deleteOld(own, version -> !there.contains(own.getFileName() + "/" + version));
      }
    } catch (IOException e) {
      LOG.warnf("indexes of songs are looked through later: %s", e.getMessage());
    }
  }

  private void deleteOld(Path own, Predicate<String> which) throws IOException {
    Instant old = clock.instant().minus(UNDER_WAY);
    try (Stream<Path> all = Files.list(own)) {
      for (Path each : all.filter(path -> which.test(name(path))).toList()) {
        if (Files.getLastModifiedTime(each).toInstant().isBefore(old)) {
          new OwnersFolder(each).delete();
        }
      }
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private Path of(String user) {
    return folder.resolve(folderOf(user));
  }

  // A name that leads out of its folder leads nowhere.
  private static String folderOf(String user) {
    return "of-" + URLEncoder.encode(user, StandardCharsets.UTF_8);
  }

  private static String key(String user, String version) {
    return "%s/%s/%s/".formatted(CATALOGUES, folderOf(user), version);
  }

  // Later than any that is there, whatever the clock says.
  private String fresh(String user) {
    NavigableSet<String> there = versions(user);
    String now = VERSION.format(clock.instant());
    return there.isEmpty() || there.last().compareTo(now) < 0 ? now : there.last() + "0";
  }

  private NavigableSet<String> versions(String user) {
    NavigableSet<String> versions = new TreeSet<>();
    Path own = of(user);
    try {
      if (Files.isDirectory(own)) {
        try (Stream<Path> all = Files.list(own)) {
          all.map(CatalogueStore::name)
              .filter(name -> !name.startsWith("."))
              .forEach(versions::add);
        }
      }
      versions.addAll(bucket.versions("%s/%s/".formatted(CATALOGUES, folderOf(user))));
    } catch (IOException e) {
      LOG.warnf("some indexes of songs are not seen: %s", e.getMessage());
    }
    return versions;
  }

  private Path brought(String user, String version) throws IOException {
    Path place = of(user).resolve(version);
    return Files.exists(place) || !bucket.isThere()
        ? place
        : placed(user, version, temporary -> bucket.fetch(key(user, version), temporary));
  }

  private Path placed(String user, String version, Content content) throws IOException {
    Path own = OwnerFile.folder(of(user));
    deleteOld(own, name -> name.startsWith(WRITING));
    Path temporary = Files.createTempDirectory(own, WRITING);
    OwnersFolder written = new OwnersFolder(temporary);
    try {
      content.writeInto(temporary);
      written.closeToOthers();
      return Files.move(temporary, own.resolve(version), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      written.delete();
    }
  }

  private void delete(String user, String version) throws IOException {
    bucket.delete(key(user, version));
    new OwnersFolder(of(user).resolve(version)).delete();
  }
}
