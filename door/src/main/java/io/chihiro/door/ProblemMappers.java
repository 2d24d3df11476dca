package io.chihiro.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Turns whatever goes wrong in a call into a problem a person understands.
///
/// Nothing of the call's content goes into an answer or a log: Jackson's own messages quote their
/// input, so they are told again in our words.
public class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  /// Where Quarkus tells the parts of a body apart; it has no exception of its own for that.
  private static final String MULTIPART = "org.jboss.resteasy.reactive.server.core.multipart.";

  @ServerExceptionMapper
  public Response refused(RefusedException e) {
    return Problem.response(e.status(), e.title(), e.detail());
  }

  @ServerExceptionMapper
  public Response unknownField(UnrecognizedPropertyException e) {
    String known =
        e.getKnownPropertyIds().stream()
            .map(String::valueOf)
            .sorted()
            .collect(Collectors.joining(", "));
    return wrongCall(
        "The field \"" + e.getPropertyName() + "\" is not known here; known are: " + known + ".");
  }

  @ServerExceptionMapper
  public Response wrongField(JsonMappingException e) {
    String path = path(e.getPath());
    return wrongCall(
        path.isEmpty()
            ? "The body is missing or is not the JSON object this call takes."
            : "The field \"" + path + "\" has a value of the wrong kind.");
  }

  // Quarkus has a mapper of its own for this kind, without a body; only one for the same kind wins.
  @ServerExceptionMapper
  public Response wrongShape(MismatchedInputException e) {
    return wrongField(e);
  }

  @ServerExceptionMapper
  public Response brokenJson(JsonProcessingException e) {
    return wrongCall(
        "The body is not JSON: it breaks at line "
            + (e.getLocation() == null ? 1 : e.getLocation().getLineNr())
            + ".");
  }

  @ServerExceptionMapper
  public Response known(WebApplicationException e) {
    Throwable cause = e.getCause();
    if (cause instanceof UnrecognizedPropertyException unknown) {
      return unknownField(unknown);
    }
    if (cause instanceof JsonMappingException mapping) {
      return wrongField(mapping);
    }
    if (cause instanceof JsonProcessingException broken) {
      return brokenJson(broken);
    }
    int status = e.getResponse().getStatus();
    return Problem.response(
        status, e.getResponse().getStatusInfo().getReasonPhrase(), sentence(status));
  }

  /// A body that breaks off while its parts are told apart, or a disk that fails.
  @ServerExceptionMapper
  public Response unreadable(IOException e) {
    return isOfTheBody(e) ? brokenBody() : ourFault(e);
  }

  @ServerExceptionMapper
  public Response broken(RuntimeException e) {
    return isOfTheBody(e) ? brokenBody() : ourFault(e);
  }

  private static boolean isOfTheBody(Exception e) {
    return Arrays.stream(e.getStackTrace())
        .anyMatch(frame -> frame.getClassName().startsWith(MULTIPART));
  }

  private static Response brokenBody() {
    return wrongCall("The body breaks off, or is not what its Content-Type says.");
  }

  private static Response ourFault(Exception e) {
    // The kind of failure and where it happened are enough to find it; a message may quote a diary.
    StackTraceElement[] trace = e.getStackTrace();
    LOG.errorf("%s at %s", e.getClass().getName(), trace.length == 0 ? "?" : trace[0]);
    return Problem.response(
        500, "Something broke here", "This is our fault; the service's log says where.");
  }

  private static Response wrongCall(String detail) {
    return Problem.response(400, "This call is wrong", detail);
  }

  private static String path(List<JsonMappingException.Reference> references) {
    return references.stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining("."));
  }

  private static String sentence(int status) {
    return switch (status) {
      case 404 -> "There is nothing at this address.";
      case 405 -> "This address does not take that method.";
      case 413 -> "The body is larger than this call takes.";
      case 415 -> "This call takes another media type.";
      default -> "The call could not be served as it stands.";
    };
  }
}
