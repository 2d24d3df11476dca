package io.chihiro.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemMappersTest {
  private final ProblemMappers mappers = new ProblemMappers();
  private final ObjectMapper json = new ObjectMapper();

  /// A body such as a call takes.
  record Body(String mood, Integer limit, List<Song> songs) {
    record Song(String title) {}
  }

  @Test
  void anUnknownFieldIsNamedWithTheKnownOnes() {
    var wrong =
        assertThrows(UnrecognizedPropertyException.class, () -> read("{\"moood\": \"I wept\"}"));

    assertEquals(
        new Problem(
            "about:blank",
            "This call is wrong",
            400,
            "The field \"moood\" is not known here; known are: limit, mood, songs."),
        problem(mappers.unknownField(wrong)));
  }

  @Test
  void aFieldOfTheWrongKindIsNamedByItsPath() {
    var limit = assertThrows(JsonMappingException.class, () -> read("{\"limit\": \"I wept\"}"));
    var title =
        assertThrows(
            JsonMappingException.class, () -> read("{\"songs\": [{\"title\": [\"I wept\"]}]}"));

    assertEquals(
        "The field \"limit\" has a value of the wrong kind.",
        problem(mappers.wrongField(limit)).detail());
    assertEquals(
        "The field \"songs.[0].title\" has a value of the wrong kind.",
        problem(mappers.wrongField(title)).detail());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[\"I wept\"]", "\"I wept\""})
  void aBodyThatIsNoObjectIsSaidSo(String body) {
    var wrong = assertThrows(JsonMappingException.class, () -> read(body));

    assertEquals(
        "The body is missing or is not the JSON object this call takes.",
        problem(mappers.wrongField(wrong)).detail());
  }

  @Test
  void brokenJsonIsNamedByItsLine() {
    var broken = assertThrows(JsonParseException.class, () -> read("{\"mood\":\nI wept}"));

    assertEquals(
        "The body is not JSON: it breaks at line 2.", problem(mappers.brokenJson(broken)).detail());
  }

  @Test
  void whatTheFrameworkWrapsIsToldInTheSameWords() {
    var wrong = assertThrows(JsonMappingException.class, () -> read("{\"limit\": \"I wept\"}"));
    var broken = assertThrows(JsonParseException.class, () -> read("I wept"));
    var unknown =
        assertThrows(UnrecognizedPropertyException.class, () -> read("{\"moood\": \"I wept\"}"));

    for (JsonProcessingException cause : List.of(wrong, broken, unknown)) {
      Problem problem = problem(mappers.known(new BadRequestException(cause)));
      assertEquals(400, problem.status());
      assertFalse(problem.toString().contains("wept"), problem.toString());
    }
  }

  @Test
  void aWrongAddressAndAWrongMethodAreSentences() {
    assertEquals(
        new Problem("about:blank", "Not Found", 404, "There is nothing at this address."),
        problem(mappers.known(new NotFoundException("I wept"))));
    assertEquals(
        "This address does not take that method.",
        problem(mappers.known(new NotAllowedException("GET"))).detail());
  }

  @Test
  void aRefusalKeepsItsStatusAndSentence() {
    Problem problem = problem(mappers.refused(RefusedException.tooLarge("This is too much.")));

    assertEquals(new Problem("about:blank", "Too large", 413, "This is too much."), problem);
  }

  @Test
  void aBodyThatBreaksOffIsTheCallers() {
    IOException cut = new IOException("I wept");
    cut.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement(
              "org.jboss.resteasy.reactive.server.core.multipart.MultipartParser", "parse", "", 1)
        });

    assertEquals(
        new Problem(
            "about:blank",
            "This call is wrong",
            400,
            "The body breaks off, or is not what its Content-Type says."),
        problem(mappers.unreadable(cut)));
    assertEquals(500, problem(mappers.unreadable(new IOException("I wept"))).status());
  }

  @Test
  void ourOwnFaultQuotesNothing() {
    Problem problem = problem(mappers.broken(new IllegalStateException("I wept")));

    assertEquals(500, problem.status());
    assertFalse(problem.toString().contains("wept"), problem.toString());
  }

  @Test
  void everyProblemIsProblemJson() {
    Response response = mappers.refused(RefusedException.notFound("There is no such page."));

    assertEquals(404, response.getStatus());
    assertEquals(Problem.MEDIA_TYPE, response.getMediaType());
  }

  private Body read(String body) throws JsonProcessingException {
    return json.readValue(body, Body.class);
  }

  private static Problem problem(Response response) {
    Problem problem = assertInstanceOf(Problem.class, response.getEntity());
    assertEquals(problem.status(), response.getStatus());
    return problem;
  }
}
