package io.chihiro.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chihiro.door.Caller;
import io.chihiro.door.RefusedException;
import io.chihiro.training.TrainingBoard.Shown;
import io.chihiro.training.trainer.Trainers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Training begun, followed and cancelled.
@Path("/api/v1/models")
@RunOnVirtualThread
public class TrainingResource {
  private static final String TRAINING = "/api/v1/models/training";

  /// Something is written at least so often, so that a caller who has gone is noticed.
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);

  private final TrainModels training;
  private final TrainingBoard board;
  private final ObjectMapper json;
  private final Caller caller;

  public TrainingResource(
      TrainModels training, TrainingBoard board, ObjectMapper json, Caller caller) {
    this.training = training;
    this.board = board;
    this.json = json;
    this.caller = caller;
  }

  /// Begins a training; where it stands is told under the answer's location.
  @POST
  @Path("/{name}/train")
  public Response train(String name) {
    caller.mustBeLearnedFrom();
    Trainers model =
        Trainers.of(name)
            .orElseThrow(
                () ->
                    RefusedException.notFound(
                        "There is no model to train under this name; these can be trained: %s."
                            .formatted(Trainers.names())));
    training.begin(model);
    // As it is: made absolute, it would lead past the front door.
    return Response.accepted(board.latest().status())
        .header(HttpHeaders.LOCATION, TRAINING)
        .build();
  }

  /// Where the training under way stands, or how the last one ended.
  @GET
  @Path("/training")
  public TrainingStatus now() {
    caller.mustBeLearnedFrom();
    return board.latest().status();
  }

  @DELETE
  @Path("/training")
  public Response cancel() {
    caller.mustBeLearnedFrom();
    training.cancel();
    return Response.accepted(board.latest().status()).build();
  }

  /// The same, told whenever it changes, until the training has ended.
  @GET
  @Path("/training/events")
  public Response events() {
    caller.mustBeLearnedFrom();
    StreamingOutput events = this::tell;
    return Response.ok(events)
        .type(MediaType.SERVER_SENT_EVENTS)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private void tell(OutputStream out) throws IOException {
    try {
      Shown shown = board.latest();
      write(out, event(shown));
      while (shown.status().state().running()) {
        Shown next = board.after(shown.revision(), HEARTBEAT);
        write(out, next.revision() == shown.revision() ? ":\n\n" : event(next));
        shown = next;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String event(Shown shown) throws IOException {
    String name = shown.status().state().running() ? "progress" : "end";
    return "id: %d\nevent: %s\ndata: %s\n\n"
        .formatted(shown.revision(), name, json.writeValueAsString(shown.status()));
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
