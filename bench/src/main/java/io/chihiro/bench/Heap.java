package io.chihiro.bench;

import io.chihiro.local.LocalSystem;
import io.chihiro.local.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// What a service holds in its heap.
///
/// @param system in which it runs
record Heap(LocalSystem system, Service service) {
  private static final String USED = "jvm_memory_used_bytes{area=\"heap\"";
  private static final int COLLECTIONS = 2;

  /// Bytes that are in use after a collection.
  long bytes() throws IOException, InterruptedException {
    long pid = system.process(service.title()).orElseThrow().pid();
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    for (int i = 0; i < COLLECTIONS; i++) {
      int _ =
          new ProcessBuilder(jcmd, Long.toString(pid), "GC.run")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor();
    }
    try (Api api = Api.of(system, service)) {
      return new String(api.bytes("/q/metrics"), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith(USED))
          .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
          .sum();
    }
  }
}
