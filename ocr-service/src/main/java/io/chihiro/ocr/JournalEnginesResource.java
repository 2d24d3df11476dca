package io.chihiro.ocr;

import io.chihiro.door.Caller;
import io.chihiro.events.EnginesChosen;
import io.chihiro.ocr.EnginesView.Month;
import io.chihiro.ocr.EnginesView.ServerView;
import io.chihiro.ocr.engine.EngineRoom;
import io.chihiro.ocr.engine.Engines;
import io.chihiro.ocr.engine.KeptAnswers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;

/// Who reads the journal, what may leave the machine, and what that costs.
@Path("/api/v1/journal/engines")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class JournalEnginesResource {
  private final EngineChoices choices;
  private final EngineRoom room;
  private final KeptAnswers kept;
  private final Caller caller;

  public JournalEnginesResource(
      EngineChoices choices, EngineRoom room, KeptAnswers kept, Caller caller) {
    this.choices = choices;
    this.room = room;
    this.kept = kept;
    this.caller = caller;
  }

  /// As it is, with the vision servers that answer on this machine.
  @GET
  public EnginesView get() throws IOException, InterruptedException {
    return view(choices.of(caller.user()));
  }

  /// Changes what is given and leaves the rest.
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public EnginesView change(EnginesChange body) throws IOException, InterruptedException {
    return view(choices.change(caller.user(), now -> EngineChecks.changed(now, body)));
  }

  private EnginesView view(EnginesChosen chosen) throws IOException, InterruptedException {
    return new EnginesView(
        room.order(chosen).stream().map(Engines::title).toList(),
        room.states(chosen),
        chosen.switchedOn(),
        room.server(chosen)
            .map(
                server ->
                    new ServerView(
                        server.baseUrl().toString(),
                        server.model(),
                        server.sends(),
                        chosen.server().isPresent(),
                        server.key().isPresent())),
        chosen.monthlyPages(),
        chosen.prices(),
        chosen.vocabulary().words(),
        Month.of(kept.month().toString(), kept.spentThisMonth(caller.user()), chosen.prices()),
        room.servers().offered());
  }
}
