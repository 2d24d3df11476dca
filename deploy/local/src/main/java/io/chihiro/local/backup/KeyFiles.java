package io.chihiro.local.backup;

import io.chihiro.keys.KeyPlaces;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which files of a home are its keys, wherever in it they were put.
public final class KeyFiles {
  private final KeyPlaces places;
  private final Optional<String> folder;
  private final Optional<String> master;

  /// Finds them.
  ///
  /// @param home the folder of the system
  /// @param places where its services look for keys
  public KeyFiles(Path home, KeyPlaces places) throws IOException {
    HomePaths paths = new HomePaths(home);
    this.places = places;
    this.folder = paths.of(places.folder());
    this.master = places.master().isPresent() ? paths.of(places.master().get()) : Optional.empty();
  }

  /// Whether a backup of the home holds the users' keys.
  public boolean lieInHome() {
    return folder.isPresent();
  }

  /// Whether a file of the home is a key.
  boolean holds(String path) {
    return isMaster(path) || folder.filter(each -> path.startsWith(each + "/")).isPresent();
  }

  /// Whether a file of the home is the key that wraps all others.
  boolean isMaster(String path) {
    return master.filter(path::equals).isPresent();
  }

  /// Lets them be read while nobody changes any.
  void undisturbed(KeyPlaces.Reading reading) throws IOException {
    places.undisturbed(reading);
  }

  /// What is missing of them, a sentence each.
  ///
  /// @param withMaster whether the key that wraps all others goes along where it can
  List<String> leftOut(boolean withMaster) {
    List<String> sentences = new ArrayList<>();
    if (folder.isEmpty()) {
      sentences.add(
          "The users' keys in %s are not in it: without them nobody can read it."
              .formatted(places.folder()));
    }
    places
        .masterUri()
        .map("The key at %s is not in it: without that key nobody can read it."::formatted)
        .ifPresent(sentences::add);
    places
        .master()
        .filter(_ -> !withMaster || master.isEmpty())
        .map("The master key %s is not in it: without that key nobody can read it."::formatted)
        .ifPresent(sentences::add);
    return sentences;
  }
}
