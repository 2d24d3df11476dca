package io.chihiro.ingest;

import io.chihiro.door.Caller;
import io.chihiro.door.Progress;
import io.chihiro.ingest.source.ConnectionFiles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;

/// How much waits in this service: imports, records the topology has not taken in, touched days.
@Path("/api/v1/progress")
@RunOnVirtualThread
public class ProgressResource {
  private final ImportQueue imports;
  private final ConnectionFiles connections;
  private final StreamLag lag;
  private final TouchedDays touched;
  private final Caller caller;

  public ProgressResource(
      ImportQueue imports,
      ConnectionFiles connections,
      StreamLag lag,
      TouchedDays touched,
      Caller caller) {
    this.imports = imports;
    this.connections = connections;
    this.lag = lag;
    this.touched = touched;
    this.caller = caller;
  }

  /// In the order of the flow: what leaves one count has reached the next before that is asked.
  @GET
  public Progress progress() throws InterruptedException {
    long waiting = imports.waiting();
    waiting += lag.waiting();
    waiting += touched.waiting();
    return new Progress(
        "ingest-service",
        waiting,
        "plays, entries and days to join",
        Map.of("plays", imports.playsStored(caller.user()) + playsTold()));
  }

  // What live sources told and was stored.
  private long playsTold() {
    return connections.all().stream()
        .filter(each -> each.user().equals(caller.user()))
        .mapToLong(each -> each.tally().stored())
        .sum();
  }
}
