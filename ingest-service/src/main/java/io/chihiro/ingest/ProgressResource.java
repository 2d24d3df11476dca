package io.chihiro.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chihiro.door.Caller;
import io.chihiro.door.Progress;
import io.chihiro.door.RefusedException;
import io.chihiro.ingest.source.ConnectionFiles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How much waits in this service, whichever of its copies is asked: imports, records the topology
/// has not taken in, touched days.
@Path("/api/v1/progress")
@RunOnVirtualThread
public class ProgressResource {
  private static final String SHARE = "/api/v1/progress/share";

  private final ImportQueue imports;
  private final SongImportQueue songs;
  private final ConnectionFiles connections;
  private final TouchedDays touched;
  private final StreamLag lag;
  private final Copies copies;
  private final Caller caller;
  private final ObjectMapper json;

  public ProgressResource(
      ImportQueue imports,
      SongImportQueue songs,
      ConnectionFiles connections,
      TouchedDays touched,
      StreamLag lag,
      Copies copies,
      Caller caller,
      ObjectMapper json) {
    this.imports = imports;
    this.songs = songs;
    this.connections = connections;
    this.touched = touched;
    this.lag = lag;
    this.copies = copies;
    this.caller = caller;
    this.json = json;
  }

  /// In the order of the flow: what leaves one count has reached the next before that is asked.
  @GET
  public Progress progress() throws InterruptedException {
    List<ShareOfWork> before = shares();
    long waiting = before.stream().mapToLong(ShareOfWork::imports).sum();
    waiting += lag.waiting();
    waiting += ShareOfWork.touched(shares());
    return new Progress(
        "ingest-service",
        waiting,
        "plays, entries and days to join",
        Map.of("plays", before.stream().mapToLong(ShareOfWork::plays).sum()));
  }

  /// For the other copies.
  @GET
  @Path("/share")
  public ShareOfWork share() {
    return new ShareOfWork(
        imports.waiting() + songs.waiting(),
        imports.playsStored(caller.user()) + playsTold(),
        touched.byPartition());
  }

  private List<ShareOfWork> shares() throws InterruptedException {
    List<ShareOfWork> shares = new ArrayList<>();
    shares.add(share());
    for (String copy : copies.others()) {
      shares.add(shareOf(copy));
    }
    return shares;
  }

  private ShareOfWork shareOf(String copy) throws InterruptedException {
    try (InputStream answer =
        copies
            .ask(copy, caller.identity(), SHARE, "GET", Map.of(), BodyPublishers.noBody())
            .body()) {
      return json.readValue(answer, ShareOfWork.class);
    } catch (IOException | RefusedException _) {
      return ShareOfWork.UNKNOWN;
    }
  }

  // What live sources told and was stored.
  private long playsTold() {
    return connections.all().stream()
        .filter(each -> each.user().equals(caller.user()))
        .mapToLong(each -> each.tally().stored())
        .sum();
  }
}
