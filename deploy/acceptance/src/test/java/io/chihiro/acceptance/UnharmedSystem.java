package io.chihiro.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.acceptance.Api.Reply;
import org.junit.jupiter.api.AfterEach;

/// The system that holds the sample life, and that is as well after each test as it was before.
abstract class UnharmedSystem {
  static final String PAGES = "/api/v1/journal/pages";
  static final String ENTRIES = "/api/v1/journal/entries";

  final RunningSystem system;
  final Api api;

  UnharmedSystem() throws Exception {
    system = Systems.sampleLife().system();
    api = system.api();
  }

  @AfterEach
  void everythingElseGoesOn() throws Exception {
    assertTrue(system.ready(), "every service is still ready");
    JsonNode songs = api.ask("Calm and glad to be alive.", 3).fine().path("songs");
    assertEquals(3, songs.size());
    api.close();
  }

  static void assertProblem(int status, String named, Reply reply) {
    assertEquals(status, reply.status(), reply.detail());
    assertTrue(reply.problem(), "problem JSON instead of " + reply.type());
    assertTrue(reply.detail().contains(named), reply.detail());
  }

  final void remove(String entry) throws Exception {
    assertEquals(204, api.delete(ENTRIES + "/" + entry).status());
  }
}
