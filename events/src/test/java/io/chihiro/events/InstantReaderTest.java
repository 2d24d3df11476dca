package io.chihiro.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantReaderTest {
  private final ObjectMapper json =
      JsonMapper.builder()
          .addModules(
              new JavaTimeModule(),
              new SimpleModule().addDeserializer(Instant.class, new InstantReader()))
          .build();
  private final ObjectMapper plain = JsonMapper.builder().addModule(new JavaTimeModule()).build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"2024-03-05T20:14:08Z\"",
        "\"2024-02-29T00:00:00Z\"",
        "\"1969-12-31T23:59:59Z\"",
        "\"0000-01-01T00:00:00Z\"",
        "\"2024-03-05T20:14:08.123Z\"",
        "\"2024-03-05T20:14:08+01:00\"",
        "\"2024-03-05T24:00:00Z\"",
        "1709669648"
      })
  void everyInstantIsReadAsJacksonReadsIt(String written) throws Exception {
    assertEquals(plain.readValue(written, Instant.class), json.readValue(written, Instant.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"2023-02-29T00:00:00Z\"",
        "\"2024-13-01T00:00:00Z\"",
        "\"2024-03-05T20:14:0xZ\""
      })
  void whatIsNoInstantIsRefused(String written) {
    assertThrows(JsonMappingException.class, () -> json.readValue(written, Instant.class));
  }

  @Test
  void theWireReadsPlaysWithIt() {
    TrackPlayed play = Examples.play();

    assertEquals(
        play.endedAt(),
        Wire.read(play.key(), Wire.write(play.key(), play), TrackPlayed.class).endedAt());
  }
}
