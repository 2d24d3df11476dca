package io.chihiro.ocr;

import io.chihiro.events.PageScanned;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/// Pages that wait for a reader, each once, and those that readers have. Thread-safe.
final class PageQueue {
  private final BlockingQueue<PageScanned> queue = new LinkedBlockingQueue<>();
  private final Set<String> keys = ConcurrentHashMap.newKeySet();
  private final Set<String> taken = ConcurrentHashMap.newKeySet();

  /// Adds a page unless it waits already.
  void add(PageScanned page) {
    if (keys.add(page.key())) {
      queue.add(page);
    }
  }

  /// The next page, as soon as there is one; whoever takes it says when they are [#done].
  PageScanned next() throws InterruptedException {
    PageScanned page = queue.take();
    taken.add(page.key());
    keys.remove(page.key());
    return page;
  }

  /// A reader has nothing more to do with a page.
  void done(PageScanned page) {
    taken.remove(page.key());
  }

  /// Whether a reader has a page just now.
  boolean isTaken(String key) {
    return taken.contains(key);
  }
}
