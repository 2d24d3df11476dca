package io.chihiro.keys;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/// Held by whoever changes something in a folder of keys, or must not see it change.
final class FolderLock implements AutoCloseable {
  // A lock on a file keeps other processes out, but not other threads of this one.
  private static final ReentrantLock THIS_PROCESS = new ReentrantLock();

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /// Waits until nobody else holds it.
  static FolderLock of(Path folder) throws IOException {
    THIS_PROCESS.lock();
    boolean held = false;
    try {
      FolderLock lock = new FolderLock(locked(folder.resolve(".lock")));
      held = true;
      return lock;
    } finally {
      if (!held) {
        THIS_PROCESS.unlock();
      }
    }
  }

  private static FileChannel locked(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      // It ends with its channel.
      var _ = channel.lock();
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      THIS_PROCESS.unlock();
    }
  }
}
