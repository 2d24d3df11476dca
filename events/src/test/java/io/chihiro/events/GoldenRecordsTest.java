package io.chihiro.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What lies on the topics today must still be readable tomorrow: a golden file is changed only
/// by adding to it. Whoever must change what stands there raises the version in [RecordVersions],
/// writes a golden file for it, and keeps the one of before, to be read.
class GoldenRecordsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @MethodSource("io.chihiro.events.Examples#all")
  void theGoldenFileIsReadAsTheRecord(Event expected) throws IOException {
    assertEquals(expected, Wire.read("owner/golden", golden(expected), expected.getClass()));
  }

  @ParameterizedTest
  @MethodSource("io.chihiro.events.Examples#all")
  void theRecordIsWrittenAsTheGoldenFile(Event record) throws IOException {
    JsonNode expected = JSON.readTree(golden(record));

    // Numbers such as 212 and 212.0 are the same to a reader.
    assertTrue(
        expected.equals(GoldenRecordsTest::sameNumber, written(record)),
        () -> "expected " + expected + " but was " + written(record));
  }

  @ParameterizedTest
  @MethodSource("io.chihiro.events.Examples#all")
  void aRecordOfBeforeThereWereVersionsIsReadAsTheRecord(Event expected) throws IOException {
    ObjectNode before = (ObjectNode) JSON.readTree(golden(expected));
    assertEquals(RecordVersions.of(expected.getClass()), before.remove("v").asInt());

    byte[] bytes = JSON.writeValueAsBytes(before);

    assertEquals(expected, Wire.read("owner/golden", bytes, expected.getClass()));
  }

  @Test
  void everyKindOfRecordHasAnExample() {
    Set<Class<?>> kinds = Set.of(Event.class.getPermittedSubclasses());
    Set<Class<?>> examples = Examples.all().map(Event::getClass).collect(Collectors.toSet());

    assertEquals(kinds, examples);
  }

  @Test
  void everyTopicCarriesAKindOfRecord() {
    var kinds = Arrays.asList(Event.class.getPermittedSubclasses());

    assertTrue(Topics.ALL.stream().allMatch(topic -> kinds.contains(topic.type())));
  }

  private static JsonNode written(Event record) {
    try {
      return JSON.readTree(Wire.write("owner/golden", record));
    } catch (IOException e) {
      throw new AssertionError("not JSON", e);
    }
  }

  private static int sameNumber(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      return Double.compare(one.doubleValue(), other.doubleValue());
    }
    return one.equals(other) ? 0 : 1;
  }

  private static byte[] golden(Event record) throws IOException {
    String name = "/golden/" + record.getClass().getSimpleName() + ".json";
    try (InputStream file =
        Objects.requireNonNull(GoldenRecordsTest.class.getResourceAsStream(name), name)) {
      return file.readAllBytes();
    }
  }
}
