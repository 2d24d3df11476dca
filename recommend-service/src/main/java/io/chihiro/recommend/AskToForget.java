package io.chihiro.recommend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chihiro.door.Forgetting;
import io.chihiro.door.Forgetting.Removed;
import io.chihiro.door.Forgetting.Wanted;
import io.chihiro.door.Identity;
import io.chihiro.door.RefusedException;
import io.chihiro.events.Erasure.Scope;
import io.chihiro.events.Erasure.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Asks the services behind this front door to forget something of theirs.
@ApplicationScoped
public class AskToForget {
  private static final int FINE = 200;
  private static final int WRONG = 400;
  private static final int ABSENT = 404;

  private final Neighbours neighbours;
  private final ObjectMapper json;

  public AskToForget(Neighbours neighbours, ObjectMapper json) {
    this.neighbours = neighbours;
    this.json = json;
  }

  /// What of the journal belongs to something.
  ///
  /// @throws RefusedException if there is no such thing, or nobody can tell just now
  Scope scope(String user, Subject subject) throws InterruptedException {
    return ask(user, Neighbour.OCR, Neighbour.ERASURES + "/scope", subject, Scope.class);
  }

  /// Lets a service forget; when it returns, that is done.
  ///
  /// @throws RefusedException with a sentence why it is not
  List<Removed> erase(String user, Neighbour service, Wanted wanted) throws InterruptedException {
    List<Removed> removed = new ArrayList<>();
    for (String path : service.erasures()) {
      removed.addAll(ask(user, service, path, wanted, Forgetting.Outcome.class).removed());
    }
    return removed;
  }

  /// Lets nothing answer any more that was learned from somebody who has withdrawn; when it
  /// returns, that is done.
  ///
  /// @throws RefusedException with a sentence why it is not
  void withdrawn(String user) throws InterruptedException {
    String path = Neighbour.ERASURES + "/tastes";
    var _ = ask(user, Neighbour.TRAINING, path, Map.of(), Forgetting.Outcome.class);
  }

  private <T> T ask(String user, Neighbour service, String path, Object body, Class<T> type)
      throws InterruptedException {
    try {
      HttpResponse<InputStream> answer =
          neighbours.ask(
              identity(user),
              service,
              path,
              "POST",
              Map.of("Content-Type", "application/json"),
              BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
      try (InputStream told = answer.body()) {
        if (answer.statusCode() != FINE) {
          throw refused(answer.statusCode(), json.readTree(told), service);
        }
        return json.readValue(told, type);
      }
    } catch (IOException e) {
      throw RefusedException.notNow(service.title() + " broke off in the middle of its answer.");
    }
  }

  private static RefusedException refused(int status, JsonNode problem, Neighbour service) {
    String detail = problem.path("detail").asText(service.title() + " cannot do that just now.");
    return switch (status) {
      case WRONG -> RefusedException.wrongCall(detail);
      case ABSENT -> RefusedException.notFound(detail);
      default -> RefusedException.notNow(detail);
    };
  }

  private static Identity identity(String user) {
    String pass = "something to be forgotten";
    return user.equals(Identity.OWNER)
        ? Identity.owner(pass)
        : new Identity(user, Identity.Role.MEMBER, pass);
  }
}
