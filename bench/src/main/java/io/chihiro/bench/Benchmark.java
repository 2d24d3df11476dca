package io.chihiro.bench;

import java.io.IOException;
import java.util.List;

/// Something whose speed is measured.
interface Benchmark {
  /// Measures it; whatever it starts has ended when this returns.
  List<Row> run(Lab lab) throws IOException, InterruptedException;
}
