package io.chihiro.bench;

import io.chihiro.events.Topics;
import io.chihiro.local.LocalSystem;
import io.chihiro.local.Service;

/// The topology of ingest-service working off what lies on the topic of plays.
final class TopologyRun {
  private static final String GROUP = "ingest-listens";

  private TopologyRun() {}

  static double playsPerSecond(LocalSystem system, int plays) throws InterruptedException {
    system.begin(Service.INGEST);
    try (var progress = new GroupProgress(system.bootstrapServers(), GROUP, Topics.PLAYS)) {
      return progress.recordsPerSecond(plays);
    }
  }
}
