package io.chihiro.recommend;

import io.chihiro.door.RefusedException;
import io.chihiro.models.BrokenModelException;
import io.chihiro.models.ByteVector;
import io.chihiro.models.ClipFolder;
import io.chihiro.models.ClipPictures;
import io.chihiro.models.RgbPicture;
import java.nio.file.Path;
import java.util.Optional;
import org.jboss.logging.Logger;

/// The pair of encoders with which songs are found by a picture, opened when the first picture
/// comes. Thread-safe.
final class PicturePair implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(PicturePair.class);

  private final ClipFolder folder;
  private Optional<Open> open = Optional.empty();

  /// What is open.
  ///
  /// @param version under which embedding-service embeds songs for it
  private record Open(String version, ClipPictures pictures) {}

  PicturePair(Path folder) {
    this.folder = new ClipFolder(folder);
  }

  /// The version of the vectors that songs are found by.
  ///
  /// @throws RefusedException that says what has to be put where
  String version() {
    return open().version();
  }

  /// The vector of a picture.
  ByteVector encode(RgbPicture picture) {
    return ByteVector.of(open().pictures().encode(picture));
  }

  private synchronized Open open() {
    if (open.isPresent()) {
      return open.get();
    }
    folder
        .missing()
        .ifPresent(
            sentence -> {
              throw RefusedException.conflict(
                  sentence + " It lies in Chihiro's home, or where CHIHIRO_PICTURES_FOLDER says.");
            });
    try {
      Open opened = new Open(folder.version(), folder.pictures(QueryEncoders.THREADS));
      open = Optional.of(opened);
      return opened;
    } catch (BrokenModelException e) {
      // It names a place on this machine, which is for its owner alone.
      LOG.warn("The pair of encoders for pictures cannot be used: " + e.getMessage());
      throw RefusedException.conflict(
          "The pair of encoders for pictures cannot be used; the log of recommend-service says"
              + " why.");
    }
  }

  @Override
  public synchronized void close() {
    open.ifPresent(all -> all.pictures().close());
    open = Optional.empty();
  }
}
