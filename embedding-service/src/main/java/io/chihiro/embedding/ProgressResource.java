package io.chihiro.embedding;

import io.chihiro.door.Progress;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.TreeMap;

/// How much waits in this service.
@Path("/api/v1/progress")
@RunOnVirtualThread
public class ProgressResource {
  private final RunEmbedding embedding;
  private final RunSongs songs;

  public ProgressResource(RunEmbedding embedding, RunSongs songs) {
    this.embedding = embedding;
    this.songs = songs;
  }

  /// Days and songs without vectors. Days that are still to be embedded under a new version are
  /// counted apart: nobody waits for them, because answers come from the version before. So is what
  /// only pictures are looked for with: it comes after all the rest.
  @GET
  public Progress progress() throws InterruptedException {
    long days = embedding.waiting();
    long wholes = songs.wholesWaiting();
    long lines = songs.linesWaiting();
    Map<String, Long> counts = new TreeMap<>();
    count(counts, "daysToEmbedAgain", embedding.left());
    count(counts, "songsToEmbed", wholes);
    count(counts, "songsToEmbedByLine", lines);
    count(counts, "songsToEmbedForPictures", songs.picturesWaiting());
    return new Progress(
        "embedding-service",
        days + wholes + lines,
        wholes + lines > 0 ? "days and songs to embed" : "days to embed",
        counts,
        embedding.problem().or(songs::problem));
  }

  private static void count(Map<String, Long> counts, String name, long some) {
    if (some > 0) {
      counts.put(name, some);
    }
  }
}
