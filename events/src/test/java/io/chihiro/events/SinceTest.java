package io.chihiro.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class SinceTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void whatIsWrittenIsRead() {
    String written = String.join("", Since.PHOTO.at(NOON).values());

    assertEquals(Optional.of(NOON), Since.PHOTO.of(headers(written)));
  }

  @Test
  void aHeaderThatIsNoTimeMeasuresNothingAndRefusesNothing() {
    assertEquals(Optional.empty(), Since.PHOTO.of(headers("yesterday")));
    assertEquals(Optional.empty(), Since.PHOTO.of(new RecordHeaders()));
    assertEquals(Optional.empty(), Since.PLAY.of(headers("1700000000000")));
  }

  private static Headers headers(String photo) {
    return new RecordHeaders().add("photo-since", photo.getBytes(StandardCharsets.UTF_8));
  }
}
