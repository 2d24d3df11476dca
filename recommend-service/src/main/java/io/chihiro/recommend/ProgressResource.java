package io.chihiro.recommend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chihiro.door.Caller;
import io.chihiro.door.RefusedException;
import io.chihiro.events.Moment;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How much waits anywhere, and how much there is.
///
/// The services are asked in the order of the flow. Each says nothing waits only when what it took
/// in is safe with the next, so an answer of zero means that everything taken in before the call is
/// recommendable.
@Path("/api/v1/progress")
@RunOnVirtualThread
public class ProgressResource {
  private static final String PATH = "/api/v1/progress";

  private final Neighbours neighbours;
  private final Answering answering;
  private final Caller caller;
  private final ObjectMapper json;

  public ProgressResource(
      Neighbours neighbours, Answering answering, Caller caller, ObjectMapper json) {
    this.neighbours = neighbours;
    this.answering = answering;
    this.caller = caller;
    this.json = json;
  }

  /// One service.
  ///
  /// @param problem why it cannot tell, and then counts as one waiting; or what else is wrong, such
  ///     as a version of a model that cannot be used
  public record Stage(String service, long waiting, String what, Optional<String> problem) {}

  /// All of them.
  ///
  /// @param counts what there is, by name
  public record Progress(long waiting, List<Stage> stages, Map<String, Long> counts) {}

  @GET
  public Progress progress() throws InterruptedException {
    Map<String, Long> counts = new TreeMap<>();
    List<Stage> stages = new ArrayList<>();
    stages.add(ask(Neighbour.OCR, counts));
    stages.add(ask(Neighbour.INGEST, counts));
    stages.add(ask(Neighbour.EMBEDDING, counts));
    stages.add(here(counts));
    long waiting = stages.stream().mapToLong(Stage::waiting).sum();
    // Measuring a model goes on after the days are recommendable, and nobody waits for it.
    stages.add(ask(Neighbour.TRAINING, counts));
    return new Progress(waiting, stages, counts);
  }

  private Stage ask(Neighbour service, Map<String, Long> counts) throws InterruptedException {
    try (InputStream answer =
        neighbours.ask(service, PATH, "GET", Map.of(), BodyPublishers.noBody()).body()) {
      JsonNode told = json.readTree(answer);
      if (!told.has("waiting")) {
        return silent(service.title(), told.path("detail").asText("It cannot tell just now."));
      }
      told.path("counts")
          .properties()
          .forEach(count -> counts.put(count.getKey(), count.getValue().asLong()));
      return new Stage(
          service.title(),
          told.path("waiting").asLong(1),
          told.path("what").asText(),
          Optional.ofNullable(told.path("problem").textValue()));
    } catch (RefusedException e) {
      return silent(service.title(), e.detail());
    } catch (IOException e) {
      return silent(service.title(), service.title() + " broke off in the middle of its answer.");
    }
  }

  private static Stage silent(String service, String problem) {
    return new Stage(service, 1, "an answer", Optional.of(problem));
  }

  private Stage here(Map<String, Long> counts) throws InterruptedException {
    long waiting = answering.waiting();
    List<Moment> moments = answering.life(caller.user()).moments();
    counts.put("daysWithText", (long) moments.size());
    counts.put("moments", moments.stream().filter(moment -> !moment.songs().isEmpty()).count());
    counts.put("songs", (long) KnownSongs.of(moments).size());
    return new Stage("recommend-service", waiting, "days to index", answering.problem());
  }
}
