package io.chihiro.recommend;

import io.chihiro.door.Identity;
import io.chihiro.door.RefusedException;
import io.chihiro.events.ModelRegistry;
import io.chihiro.events.ModelTrained;
import io.chihiro.events.Song;
import io.chihiro.models.ModelStore;
import io.chihiro.models.sequences.SongCompany;
import io.chihiro.recommend.ServedVersion.Opened;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/// Which songs lived next to which, by the version that was promoted last: in memory as long as the
/// records say that it answers. Thread-safe.
///
/// What was learned from somebody's listening answers that person alone.
final class ServedCompany {
  private final Supplier<ModelRegistry> models;
  private final ServedVersion<SongCompany> version;

  ServedCompany(Supplier<ModelRegistry> models, ModelStore store) {
    this.models = models;
    this.version =
        new ServedVersion<>(
            SongCompany.NAME,
            models,
            store,
            found ->
                SongCompany.read(found.file(SongCompany.VECTORS), found.file(SongCompany.NAMES)));
  }

  /// Gets ready for what the records ask for now.
  void settle() {
    version.settle();
  }

  /// Whether a version can be asked.
  boolean isOpen() {
    return version.open().isPresent();
  }

  /// What is wrong with the version that is wanted.
  Optional<String> problem() {
    return version.problem();
  }

  /// What answers a user.
  ///
  /// @throws RefusedException if nothing does, with why
  Opened<SongCompany> of(String user) {
    if (!user.equals(Identity.OWNER)) {
      throw RefusedException.forbidden(
          "Which songs live together is learned from the sessions of this machine's owner, whom"
              + " alone it answers.");
    }
    return version.open().orElseThrow(this::nothing);
  }

  private RefusedException nothing() {
    return RefusedException.conflict(
        problem()
            .orElseGet(
                () ->
                    "Nothing tells yet which songs live together. "
                        + models.get().models().stream()
                            .filter(model -> model.name().equals(SongCompany.NAME))
                            .findFirst()
                            .map(ModelTrained::reason)
                            .orElse(
                                "It is learned from your listening: train the model company.")));
  }

  /// Songs of somebody's days that lived next to one, the nearest first; none where nothing tells.
  ///
  /// @param songs of the days that may be met, by identity
  List<Song> nextTo(String user, Song song, Map<String, Song> songs, int most) {
    Optional<SongCompany> asked =
        version.open().filter(_ -> user.equals(Identity.OWNER)).map(Opened::content);
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
