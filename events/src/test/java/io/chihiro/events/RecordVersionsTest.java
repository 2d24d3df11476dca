package io.chihiro.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordVersionsTest {
  private static final String KEY = "owner/2024-03-05";
  private static final String REST =
      ",\"user\":\"owner\",\"date\":\"2024-03-05\",\"text\":\"wept\"}";

  @ParameterizedTest
  @MethodSource("io.chihiro.events.Examples#all")
  void theVersionIsTheFirstThatARecordSays(Event record) {
    String written = new String(Wire.write("owner/1", record), StandardCharsets.UTF_8);

    String first = "{\"v\":" + RecordVersions.of(record.getClass()) + ",\"";
    assertTrue(written.startsWith(first), written);
  }

  @ParameterizedTest
  @MethodSource("io.chihiro.events.Examples#all")
  void aRecordOfANewerVersionIsRefusedAndItsContentNeverRead(Event record) {
    String written = new String(Wire.write("owner/1", record), StandardCharsets.UTF_8);
    String newer = written.replaceFirst("\"v\":1,", "\"v\":2,\"unknown\":{},");

    var refused = assertThrows(UnreadableRecordException.class, () -> read(newer, record));

    assertEquals(
        "not a readable %s: it was written by a newer Chihiro, as version 2; this one reads up to 1"
            .formatted(record.getClass().getSimpleName()),
        refused.problem());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "\"1\"", "1.5", "null", "{}", "99999999999999999999"})
  void whatIsNoVersionIsRefused(String version) {
    String json = "{\"v\":" + version + REST;

    assertThrows(UnreadableRecordException.class, () -> moment(json));
  }

  @Test
  void aFingerprintIsOfWhatARecordSaysAndNotOfItsVersion() {
    Moment before = moment("{" + REST.substring(1));

    assertEquals(moment("{\"v\":1" + REST), before);
    assertEquals(Wire.fingerprint(KEY, moment("{\"v\":1" + REST)), Wire.fingerprint(KEY, before));
  }

  private static Moment moment(String json) {
    return Wire.read(KEY, json.getBytes(StandardCharsets.UTF_8), Moment.class);
  }

  private static Event read(String json, Event like) {
    return Wire.read("owner/1", json.getBytes(StandardCharsets.UTF_8), like.getClass());
  }
}
