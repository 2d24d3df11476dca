package io.chihiro.recommend;

import io.chihiro.events.ModelRegistry;
import io.chihiro.events.ModelRegistry.Version;
import io.chihiro.models.ModelStore;
import io.chihiro.models.ModelStore.StoredModel;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/// The version of one model that was promoted last, in memory as long as the records say that it
/// answers. Thread-safe.
///
/// @param <T> what its files are read as
final class ServedVersion<T> {
  private static final Logger LOG = Logger.getLogger(ServedVersion.class);

  private final String model;
  private final Supplier<ModelRegistry> models;
  private final ModelStore store;
  private final Function<StoredModel, T> reader;
  private volatile Optional<Opened<T>> open = Optional.empty();
  private volatile Optional<String> problem = Optional.empty();

  /// A version that can be asked.
  record Opened<T>(String version, T content) {}

  /// @param model its name
  /// @param reader throws whatever is wrong with the files
  ServedVersion(
      String model,
      Supplier<ModelRegistry> models,
      ModelStore store,
      Function<StoredModel, T> reader) {
    this.model = model;
    this.models = models;
    this.store = store;
    this.reader = reader;
  }

  /// Gets ready for what the records ask for now. What they do not name any more is let go of at
  /// once: it may have learned from something that is forgotten, or from somebody who withdrew.
  void settle() {
    Optional<Version> wanted = wanted();
    if (open.map(Opened::version).equals(wanted.map(Version::version))) {
      // Whatever was wrong was of a version that is not wanted any more.
      problem = Optional.empty();
      return;
    }
    open = wanted.flatMap(this::opened);
    problem = wanted.filter(_ -> open.isEmpty()).map(ServedVersion::broken);
    problem.ifPresent(LOG::error);
  }

  private Optional<Version> wanted() {
    return models.get().named(model);
  }

  private Optional<Opened<T>> opened(Version version) {
    try {
      StoredModel found = store.find(version.name(), version.version());
      return Optional.of(new Opened<>(version.version(), reader.apply(found)));
    } catch (RuntimeException e) {
      LOG.errorf("%s cannot be opened: %s", version.version(), e.getMessage());
      return Optional.empty();
    }
  }

  private static String broken(Version version) {
    return "Version %s of %s is not used: its files cannot be read."
        .formatted(version.version(), version.name());
  }

  /// What can be asked.
  Optional<Opened<T>> open() {
    return open;
  }

  /// What can be asked and is still to answer: not what was withdrawn a moment ago.
  Optional<Opened<T>> answering() {
    Optional<String> wanted = wanted().map(Version::version);
    return open.filter(opened -> wanted.equals(Optional.of(opened.version())));
  }

  /// What is wrong with the version that is wanted.
  Optional<String> problem() {
    return problem;
  }
}
