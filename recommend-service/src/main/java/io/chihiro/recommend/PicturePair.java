package io.chihiro.recommend;

import io.chihiro.door.RefusedException;
import io.chihiro.models.BrokenModelException;
import io.chihiro.models.ByteVector;
import io.chihiro.models.ClipFolder;
import io.chihiro.models.ClipPictures;
import io.chihiro.models.RgbPicture;
import java.nio.file.Path;
import java.util.Optional;

/// The pair of encoders with which songs are found by a picture, opened when the first picture
/// comes. Thread-safe.
final class PicturePair implements AutoCloseable {
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
              throw RefusedException.conflict(sentence);
            });
    try {
      Open opened = new Open(folder.version(), folder.pictures(QueryEncoders.THREADS));
      open = Optional.of(opened);
      return opened;
    } catch (BrokenModelException e) {
      throw RefusedException.conflict(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public synchronized void close() {
    open.ifPresent(all -> all.pictures().close());
    open = Optional.empty();
  }
}
