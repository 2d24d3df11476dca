package io.chihiro.keys;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.concurrent.locks.ReentrantLock;

/// Lets one at a time change what lies in a folder, of all threads and processes that share it.
/// What somebody who was killed has left half done is cleared away first.
final class FolderLock {
  // A lock on a file keeps other processes out, but not other threads of this one.
  private static final ReentrantLock THIS_PROCESS = new ReentrantLock();

  private final Path folder;

  FolderLock(Path folder) {
    this.folder = folder;
  }

  /// Something that is done while nobody else changes the folder.
  interface Change<T> {
    T make() throws IOException, GeneralSecurityException;
  }

  <T> T alone(Change<T> change) throws IOException, GeneralSecurityException {
    THIS_PROCESS.lock();
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock _ = channel.lock()) {
      OwnerFile.sweep(folder);
      return change.make();
    } finally {
      THIS_PROCESS.unlock();
    }
  }
}
