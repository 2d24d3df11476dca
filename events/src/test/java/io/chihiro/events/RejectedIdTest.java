package io.chihiro.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RejectedIdTest {
  @Test
  void aNameSaysWhereTheRecordLies() {
    RejectedId id = new RejectedId("ingest-service", 2, 17);

    assertEquals("ingest-service-2-17", id.toString());
    assertEquals("ingest-service-rejected", id.topic());
    assertEquals(Optional.of(id), RejectedId.parse(id.toString()));
  }

  @Test
  void whatIsNoNameIsNoneAndNeverAFailure() {
    Stream.of(
            "",
            "*",
            "ingest-service-2",
            "ingest-service-2-",
            "ingest-service--1-3",
            "Ingest-service-2-17",
            "../ingest-service-2-17",
            "ingest-service-2-17-4",
            "ingest-service-2-9999999999999999999",
            "ingest-service-99999-1")
        .forEach(text -> assertEquals(Optional.empty(), RejectedId.parse(text), text));
  }
}
