package io.chihiro.recommend.catalogue;

import io.chihiro.keys.OwnerFile;
import io.chihiro.models.bucket.ModelBucket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// Indexes of songs in the bucket that is the model store, if there is one: other copies of this
/// service find them there. The card is written last and deleted first, so that whoever finds a
/// card finds all of it.
///
/// @param bucket without one, there is nothing
record CatalogueBucket(Optional<ModelBucket> bucket) {
  private static final Logger LOG = Logger.getLogger(CatalogueBucket.class);

  boolean isThere() {
    return bucket.isPresent();
  }

  /// The places below another that hold a whole version, by what follows it.
  ///
  /// @param place ends with `/`
  Set<String> versions(String place) throws IOException {
    return bucket.isEmpty()
        ? Set.of()
        : bucket.get().keys(place).stream()
            .filter(key -> key.endsWith("/" + CatalogueCard.FILE))
            .map(key -> key.substring(place.length(), key.lastIndexOf('/')))
            .collect(Collectors.toSet());
  }

  /// Reads a version.
  ///
  /// @param place ends with `/`
  void fetch(String place, Path into) throws IOException {
    for (String key : bucket.orElseThrow().keys(place)) {
      Path file = into.resolve(key.substring(place.length())).normalize();
      if (file.startsWith(into)) {
        Path _ = OwnerFile.folder(file.resolve("..").normalize());
        bucket.orElseThrow().get(key, file);
      }
    }
  }

  /// Writes a version; without the bucket this copy goes on alone.
  ///
  /// @param place ends with `/`
  void publish(String place, Path version) {
    if (bucket.isEmpty()) {
      return;
    }
    try (Stream<Path> all = Files.walk(version)) {
      List<Path> files =
          all.filter(Files::isRegularFile)
              .sorted(Comparator.comparing(file -> file.endsWith(CatalogueCard.FILE)))
              .toList();
      for (Path file : files) {
        bucket.get().put(place + version.relativize(file), file);
      }
    } catch (IOException e) {
      LOG.warnf("an index of songs stays on this machine: %s", e.getMessage());
    }
  }

  /// Deletes a version, if it is there.
  ///
  /// @param place ends with `/`
  void delete(String place) throws IOException {
    if (bucket.isPresent()) {
      bucket.get().delete(place + CatalogueCard.FILE);
      for (String key : bucket.get().keys(place)) {
        bucket.get().delete(key);
      }
    }
  }
}
