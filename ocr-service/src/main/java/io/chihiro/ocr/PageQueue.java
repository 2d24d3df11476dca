package io.chihiro.ocr;

import io.chihiro.events.PageScanned;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/// Pages that wait for a reader, each once. Thread-safe.
final class PageQueue {
  private final BlockingQueue<PageScanned> queue = new LinkedBlockingQueue<>();
  private final Set<String> keys = ConcurrentHashMap.newKeySet();

  /// Adds a page unless it waits already.
  void add(PageScanned page) {
    if (keys.add(page.key())) {
      queue.add(page);
    }
  }

  /// The next page, as soon as there is one.
  PageScanned next() throws InterruptedException {
    PageScanned page = queue.take();
    keys.remove(page.key());
    return page;
  }
}
