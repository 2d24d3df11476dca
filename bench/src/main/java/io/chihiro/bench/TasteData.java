package io.chihiro.bench;

import io.chihiro.models.tastes.HetrecFolder;
import io.chihiro.models.tastes.LastFmFolder;
import io.chihiro.models.tastes.Tastes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Real listeners: two hundred of HetRec's, or whatever folder was named.
final class TasteData {
  /// By this file a folder of HetRec's is told from one of exports of Last.fm.
  private static final String HETREC = "user_artists.dat";

  private TasteData() {}

  /// Where the data lies, for a project at `root`.
  static Path usual(Path root) {
    return root.resolve("../shared/data/hetrec-lastfm-200").normalize();
  }

  /// Who took to what; empty, and said so, where there is none.
  static Optional<Tastes> read(Lab lab) throws IOException {
    Path folder = lab.data().orElse(usual(lab.root()));
    if (!Files.isDirectory(folder)) {
      lab.say("tastes: skipped, as there are no listeners at " + folder);
      return Optional.empty();
    }
    return Optional.of(
        Files.exists(folder.resolve(HETREC))
            ? HetrecFolder.read(folder)
            : LastFmFolder.read(folder));
  }
}
