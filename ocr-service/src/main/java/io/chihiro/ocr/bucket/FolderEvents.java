package io.chihiro.ocr.bucket;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Hears of changes in a folder tree, where the system tells of them: not over NFS, and not in more
/// folders than it allows. So it only makes things quicker; whoever relies on it looks as well.
///
/// Nothing is heard before somebody has waited once. Thread-safe.
final class FolderEvents implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(FolderEvents.class);

  /// A file that grows is told of all the time: what comes in one breath is one change.
  private static final Duration BREATH = Duration.ofMillis(200);

  private final Set<Path> heard = ConcurrentHashMap.newKeySet();
  private volatile Optional<WatchService> service = Optional.empty();
  private boolean begun;

  private synchronized Optional<WatchService> begin() {
    if (!begun) {
      begun = true;
      service = open();
    }
    return service;
  }

  private static Optional<WatchService> open() {
    try {
      return Optional.of(FileSystems.getDefault().newWatchService());
    } catch (IOException | UnsupportedOperationException e) {
      LOG.infof("the journal's folder is looked at, not listened to: %s", e.getClass());
      return Optional.empty();
    }
  }

  /// Listens to a folder, unless it does already.
  void listen(Path folder) {
    service.filter(_ -> heard.add(folder)).ifPresent(listening -> listen(folder, listening));
  }

  private static void listen(Path folder, WatchService service) {
    try {
      WatchKey _ =
          folder.register(
              service,
              StandardWatchEventKinds.ENTRY_CREATE,
              StandardWatchEventKinds.ENTRY_MODIFY,
              StandardWatchEventKinds.ENTRY_DELETE);
    } catch (IOException | ClosedWatchServiceException e) {
      // Gone again, or too many: it is looked at all the same.
      LOG.debugf("a folder is looked at, not listened to: %s", e.getClass());
    }
  }

  /// Returns as soon as something changes, at the latest after `patience`.
  void await(Duration patience) throws InterruptedException {
    Optional<WatchService> listening = begin();
    if (listening.isPresent()) {
      await(listening.get(), patience);
    } else {
      Thread.sleep(patience);
    }
  }

  private void await(WatchService listening, Duration patience) throws InterruptedException {
    @Nullable WatchKey key = listening.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    if (key != null) {
      Thread.sleep(BREATH);
    }
    while (key != null) {
      forgetGone(key);
      key = listening.poll();
    }
  }

  private void forgetGone(WatchKey key) {
    var _ = key.pollEvents();
    if (!key.reset() && key.watchable() instanceof Path folder) {
      boolean _ = heard.remove(folder);
    }
  }

  @Override
  public void close() throws IOException {
    Optional<WatchService> listening = service;
    if (listening.isPresent()) {
      listening.get().close();
    }
  }
}
