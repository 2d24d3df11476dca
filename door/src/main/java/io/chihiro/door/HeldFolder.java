package io.chihiro.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// A folder that one process works with at a time, whoever else may look for it: the system itself
/// gives it back however that process ends, so that another may take it at once. Thread-safe.
///
/// The lock lies in `held`; who has it is told beside it, because closing any other view of a
/// locked file would let go of the lock.
public final class HeldFolder implements AutoCloseable {
  /// The priority of who takes a folder at the start: after the keys, before everything else.
  public static final int BEFORE_WORK = 2;

  private static final Logger LOG = Logger.getLogger(HeldFolder.class);
  private static final Duration PAUSE = Duration.ofMillis(200);

  /// Locks are the process's: one that looked again would let go of its own.
  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final String name;
  private final CountDownLatch ending = new CountDownLatch(1);
  private @Nullable FileChannel lock;

  /// @param name by which others find the process that holds the folder
  public HeldFolder(Path folder, String name) {
    this.folder = folder.toAbsolutePath().normalize();
    this.name = name;
  }

  /// Takes the folder before anything of a service begins; while another copy has it, stands by.
  ///
  /// @throws IllegalStateException if the process is told to end meanwhile
  public void standBy() throws InterruptedException {
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().name("stop-standing-by").unstarted(ending::countDown));
    if (!await()) {
      throw new IllegalStateException("told to end while standing by for " + folder);
    }
  }

  /// Returns once the folder is this process's; false if it is to end before.
  public boolean await() throws InterruptedException {
    if (take()) {
      return true;
    }
    LOG.infof("stands by: another copy works with %s; this one takes over when that ends", folder);
    while (!take()) {
      if (ending.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        return false;
      }
    }
    LOG.infof("takes over %s", folder);
    return true;
  }

  /// Takes the folder unless another process has it; whether it is this one's.
  public synchronized boolean take() {
    try {
      if (lock == null && OURS.add(folder)) {
        Files.createDirectories(folder);
        lock = locked();
        if (lock == null) {
          OURS.remove(folder);
        }
      }
      return lock != null;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot take the folder " + folder, e);
    }
  }

  /// Whether it is this process's.
  public synchronized boolean isOurs() {
    return lock != null;
  }

  /// Who has taken the folder last, by name.
  public Optional<String> holder() {
    try {
      return Optional.of(Files.readString(told()).strip());
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read who has the folder " + folder, e);
    }
  }

  @Override
  public synchronized void close() {
    ending.countDown();
    FileChannel held = lock;
    if (held == null) {
      return;
    }
    try {
      held.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot give back the folder " + folder, e);
    }
    lock = null;
    OURS.remove(folder);
  }

  private @Nullable FileChannel locked() throws IOException {
    FileChannel file =
        FileChannel.open(
            folder.resolve("held"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (file.tryLock() == null) {
      file.close();
      return null;
    }
    tell();
    return file;
  }

  private void tell() throws IOException {
    Path fresh = folder.resolve("held-by.new");
    Files.writeString(fresh, name);
    Files.move(fresh, told(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private Path told() {
    return folder.resolve("held-by");
  }
}
