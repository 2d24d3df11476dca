package io.chihiro.models.bucket;

import io.chihiro.models.BrokenModelException;
import io.chihiro.models.FolderStore;
import io.chihiro.models.GrowingStore;
import io.chihiro.models.ModelCard;
import io.chihiro.models.ModelFolder;
import io.chihiro.models.OwnersFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A model store in a bucket: `<name>/<version>/<file>`. A version that is used is brought into a
/// folder of this machine once; whatever differs there from its card is brought again.
///
/// The card is written last and deleted first, so that whoever finds a card finds all of it.
public final class BucketStore implements GrowingStore {
  /// Lies in the folder of a version that came from the bucket.
  private static final String BROUGHT = ".brought";

  private final FolderStore here;
  private final ModelBucket bucket;

  /// A store.
  ///
  /// @param here what was brought to this machine
  public BucketStore(FolderStore here, ModelBucket bucket) {
    this.here = here;
    this.bucket = bucket;
  }

  /// The store that the settings name: the folder alone, or the bucket with the folder before it.
  public static GrowingStore of(Path folder, BucketSettings settings) {
    FolderStore here = new FolderStore(folder);
    return settings.name().isEmpty() ? here : new BucketStore(here, new S3Bucket(settings));
  }

  @Override
  public Path folder() {
    return here.folder();
  }

  @Override
  public StoredModel find(String name, String version) {
    return FolderStore.found(bring(name, version));
  }

  @Override
  public ModelFolder bring(String name, String version) {
    try {
      return here.bring(name, version);
    } catch (BrokenModelException missing) {
      fetch(name, version, missing);
      return here.bring(name, version);
    }
  }

  private void fetch(String name, String version, BrokenModelException missing) {
    try {
      String place = name + "/" + version + "/";
      List<String> keys = bucket.keys(place);
      if (!keys.contains(place + ModelFolder.CARD)) {
        throw missing;
      }
      ModelFolder brought =
          ModelFolder.place(folder(), name, version, temporary -> read(place, keys, temporary));
      fetchBase(brought.card());
    } catch (IOException e) {
      throw new BrokenModelException(
          "%s/%s cannot be brought from the bucket %s: %s"
              .formatted(name, version, bucket.name(), e.getMessage()),
          e);
    }
  }

  private void read(String place, List<String> keys, Path temporary) throws IOException {
    for (String key : keys) {
      bucket.get(key, temporary.resolve(Path.of(key.substring(place.length())).getFileName()));
    }
    Path _ = Files.createFile(temporary.resolve(BROUGHT));
  }

  // Layers over a tuned encoder are of no use without it.
  private void fetchBase(ModelCard card) throws IOException {
    if (card.kind() != ModelCard.Kind.DENSE || card.base().isEmpty()) {
      return;
    }
    String cardOfBase = "/%s/%s".formatted(card.base().get(), ModelFolder.CARD);
    Optional<String> base =
        bucket.keys("").stream().filter(key -> key.endsWith(cardOfBase)).findFirst();
    base.ifPresent(
        key -> bring(key.substring(0, key.length() - cardOfBase.length()), card.base().get()));
  }

  @Override
  public void take(ModelFolder version) throws IOException {
    for (String file : version.card().files().keySet()) {
      bucket.put(key(version, file), version.file(file));
    }
    bucket.put(key(version, ModelFolder.CARD), version.file(ModelFolder.CARD));
  }

  @Override
  public void forget(ModelFolder version, Predicate<String> stays) throws IOException {
    bucket.delete(key(version, ModelFolder.CARD));
    for (String file : version.card().files().keySet()) {
      if (!stays.test(file)) {
        bucket.delete(key(version, file));
      }
    }
    here.forget(version, stays);
  }

  @Override
  public int erase(String name, Predicate<String> versions) throws IOException {
    Set<String> erased = new HashSet<>();
    for (String key : bucket.keys(name + "/")) {
      String[] parts = key.split("/", 3);
      if (versions.test(parts[1])) {
        bucket.delete(key);
        erased.add(parts[1]);
      }
    }
    return Math.max(erased.size(), here.erase(name, versions));
  }

  @Override
  public void release(BiPredicate<String, String> held) throws IOException {
    List<Path> versions = versions();
    Set<String> beneath =
        versions.stream()
            .filter(version -> isHeld(version, held))
            .flatMap(version -> base(version).stream())
            .collect(Collectors.toSet());
    for (Path version : versions) {
      if (Files.exists(version.resolve(BROUGHT))
          && !isHeld(version, held)
          && !beneath.contains(name(version))) {
        new OwnersFolder(version).delete();
      }
    }
  }

  private boolean isHeld(Path version, BiPredicate<String, String> held) {
    Path model = folder().relativize(version).getName(0);
    return held.test(model.toString(), name(version));
  }

  private static String name(Path folder) {
    return String.valueOf(folder.getFileName());
  }

  // What layers stand on may be held by nobody else.
  private static Optional<String> base(Path version) {
    try {
      return ModelFolder.read(version).card().base();
    } catch (BrokenModelException _) {
      return Optional.empty();
    }
  }

  private List<Path> versions() throws IOException {
    if (!Files.isDirectory(folder())) {
      return List.of();
    }
    try (Stream<Path> found = Files.find(folder(), 2, (path, _) -> isVersion(path))) {
      return found.toList();
    } catch (UncheckedIOException e) {
      // A folder that another process moved meanwhile.
      throw e.getCause();
    }
  }

  private boolean isVersion(Path path) {
    return folder().relativize(path).getNameCount() == 2 && Files.isDirectory(path);
  }

  private static String key(ModelFolder version, String file) {
    return "%s/%s/%s".formatted(version.card().name(), version.card().version(), file);
  }
}
