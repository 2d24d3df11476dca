package io.chihiro.ocr.bucket;

import io.chihiro.keys.BrokenSealException;
import io.chihiro.keys.SealedFile;
import io.chihiro.keys.Sealing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A bucket in which text that was sent lies sealed with its user's key; what the owner put there
/// stays as it is. Thread-safe.
public final class SealedBucket implements Bucket {
  private final Bucket bucket;
  private final Sealing sealing;
  private final Path opened;

  /// Seals what is hidden in a bucket.
  ///
  /// @param opened where sealed files are opened while somebody reads them; what is left there by
  ///     somebody who was killed while reading is deleted now
  public SealedBucket(Bucket bucket, Sealing sealing, Path opened) {
    this.bucket = bucket;
    this.sealing = sealing;
    this.opened = opened;
    Leftovers.delete(opened);
  }

  @Override
  public List<FileSight> files() {
    return bucket.files();
  }

  @Override
  public FileSight sight(String place) throws IOException {
    return bucket.sight(place);
  }

  @Override
  public Lent lend(String place) throws IOException {
    Lent lent = bucket.lend(place);
    if (!SealedFile.isSealed(lent.file())) {
      return lent;
    }
    try (lent) {
      return new Lent(open(lent.file(), place), true);
    }
  }

  private Path open(Path sealed, String place) throws IOException {
    Path plain = Files.createTempFile(opened, "opened-", "");
    boolean whole = false;
    try {
      whole = SealedFile.open(sealing, sealed, plain);
    } catch (BrokenSealException e) {
      throw new IOException(place + " cannot be opened: " + e.getMessage(), e);
    } finally {
      if (!whole) {
        Files.delete(plain);
      }
    }
    if (!whole) {
      throw new NoSuchFileException(place);
    }
    return plain;
  }

  @Override
  public void moveIn(Path file, String place) throws IOException {
    bucket.moveIn(file, place);
  }

  @Override
  public void hideIn(String user, Path file, String place) throws IOException {
    Path sealed = Files.createTempFile(opened, "sealed-", "");
    try {
      SealedFile.seal(sealing, user, file, sealed);
      bucket.moveIn(sealed, place);
    } finally {
      Files.deleteIfExists(sealed);
    }
    Files.delete(file);
  }

  @Override
  public void delete(String place) throws IOException {
    bucket.delete(place);
  }

  @Override
  public void awaitChange(Duration patience) throws InterruptedException {
    bucket.awaitChange(patience);
  }

  @Override
  public void close() throws IOException {
    bucket.close();
  }
}
