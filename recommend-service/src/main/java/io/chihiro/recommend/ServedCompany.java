package io.chihiro.recommend;

import io.chihiro.door.Identity;
import io.chihiro.door.RefusedException;
import io.chihiro.events.ModelRegistry;
import io.chihiro.events.ModelRegistry.Version;
import io.chihiro.events.ModelTrained;
import io.chihiro.events.Song;
import io.chihiro.models.ModelStore;
import io.chihiro.models.ModelStore.StoredModel;
import io.chihiro.models.sequences.SongCompany;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/// Which songs lived next to which, by the version that was promoted last: in memory as long as the
/// records say that it answers. Thread-safe.
///
/// What was learned from somebody's listening answers that person alone.
final class ServedCompany {
  private static final Logger LOG = Logger.getLogger(ServedCompany.class);

  private final Supplier<ModelRegistry> models;
  private final ModelStore store;
  private volatile Optional<Opened> open = Optional.empty();
  private volatile Optional<String> problem = Optional.empty();

  /// A version that can be asked.
  record Opened(String version, SongCompany company) {}

  ServedCompany(Supplier<ModelRegistry> models, ModelStore store) {
    this.models = models;
    this.store = store;
  }

  /// Gets ready for what the records ask for now. What they do not name any more is let go of at
  /// once: it may have learned from something that is forgotten.
  void settle() {
    Optional<Version> wanted = models.get().named(SongCompany.NAME);
    if (open.map(Opened::version).equals(wanted.map(Version::version))) {
      // Whatever was wrong was of a version that is not wanted any more, or is mended.
      problem = Optional.empty();
      return;
    }
    open = wanted.flatMap(this::opened);
    problem = wanted.filter(_ -> open.isEmpty()).map(ServedCompany::broken);
    problem.ifPresent(LOG::error);
  }

  private Optional<Opened> opened(Version version) {
    try {
      StoredModel found = store.find(version.name(), version.version());
      return Optional.of(
          new Opened(
              version.version(),
              SongCompany.read(found.file(SongCompany.VECTORS), found.file(SongCompany.NAMES))));
    } catch (RuntimeException e) {
      LOG.errorf("%s cannot be opened: %s", version.version(), e.getMessage());
      return Optional.empty();
    }
  }

  private static String broken(Version version) {
    return "Version %s of %s is not used: its files cannot be read."
        .formatted(version.version(), version.name());
  }

  /// Whether a version can be asked.
  boolean isOpen() {
    return open.isPresent();
  }

  /// What is wrong with the version that is wanted.
  Optional<String> problem() {
    return problem;
  }

  /// What answers a user.
  ///
  /// @throws RefusedException if nothing does, with why
  Opened of(String user) {
    if (!user.equals(Identity.OWNER)) {
      throw RefusedException.forbidden(
          "Which songs live together is learned from the sessions of this machine's owner, whom"
              + " alone it answers.");
    }
    return open.orElseThrow(this::nothing);
  }

  private RefusedException nothing() {
    return RefusedException.conflict(
        problem.orElseGet(
            () ->
                "Nothing tells yet which songs live together. "
                    + models.get().models().stream()
                        .filter(model -> model.name().equals(SongCompany.NAME))
                        .findFirst()
                        .map(ModelTrained::reason)
                        .orElse("It is learned from your listening: train the model company.")));
  }

  /// Songs of somebody's days that lived next to one, the nearest first; none where nothing tells.
  ///
  /// @param songs of the days that may be met, by identity
  List<Song> nextTo(String user, Song song, Map<String, Song> songs, int most) {
    Optional<SongCompany> asked =
        open.filter(_ -> user.equals(Identity.OWNER)).map(Opened::company);
    return asked.map(company -> nextTo(company, song, songs, most)).orElse(List.of());
  }

  private static List<Song> nextTo(
      SongCompany company, Song song, Map<String, Song> songs, int most) {
    return company.id(song.identity()).stream()
        .flatMap(
            id ->
                company.nearest(id, most, other -> met(company, other, songs).isPresent()).stream())
        .flatMap(near -> met(company, near.song(), songs).stream())
        .toList();
  }

  private static Optional<Song> met(SongCompany company, String id, Map<String, Song> songs) {
    return company.names(id).stream().map(songs::get).filter(Objects::nonNull).findFirst();
  }
}
