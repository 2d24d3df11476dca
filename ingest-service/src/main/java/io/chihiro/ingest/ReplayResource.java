package io.chihiro.ingest;

import io.chihiro.door.Caller;
import io.chihiro.door.ReplayCall;
import io.chihiro.door.ReplayOutcome;
import io.chihiro.events.KafkaEventWriter;
import io.chihiro.events.ReplayRejected;
import io.chihiro.events.Topic;
import io.chihiro.events.Topics;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;

/// Puts back what was rejected from the topics that this service writes.
@Path("/api/v1/plays/rejected/replay")
@RunOnVirtualThread
public class ReplayResource {
  private static final List<Topic<?>> OWN =
      List.of(
          Topics.PLAYS,
          Topics.PLAY_CORRECTIONS,
          Topics.SONG_LISTINGS,
          Topics.LYRICS,
          Topics.SONGS,
          Topics.SONG_ALIASES,
          Topics.PLAYLISTS,
          Topics.ANNOTATIONS,
          Topics.PERSONAS,
          Topics.LISTENING_RULES,
          Topics.MOMENTS);

  private final ReplayRejected replay;
  private final Caller caller;

  public ReplayResource(IngestSettings settings, KafkaEventWriter writer, Caller caller) {
    this.replay = new ReplayRejected(settings.broker(), "ingest-replay", writer, OWN, Map.of());
    this.caller = caller;
  }

  @POST
  public ReplayOutcome replay(ReplayCall wanted) {
    return new ReplayOutcome(replay.replay(caller.user(), wanted.named()));
  }
}
