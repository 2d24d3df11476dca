package io.chihiro.ocr;

import io.chihiro.events.EntryRead;
import io.chihiro.events.PageScanned;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What other engines made of pages, until the owner takes it or not; forgotten when the service
/// ends. Thread-safe.
final class Rereadings {
  private static final int KEPT = 30;

  private final Map<String, List<EntryRead>> readings =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<EntryRead>> eldest) {
          return size() > KEPT;
        }
      };

  synchronized void keep(PageScanned page, String engine, List<EntryRead> entries) {
    readings.put(key(page, engine), entries);
  }

  synchronized Optional<List<EntryRead>> of(PageScanned page, String engine) {
    return Optional.ofNullable(readings.get(key(page, engine)));
  }

  private static String key(PageScanned page, String engine) {
    return page.key() + " " + engine;
  }
}
