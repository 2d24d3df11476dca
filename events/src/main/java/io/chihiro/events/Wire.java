package io.chihiro.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The one place that turns records into bytes and back, for topics and for the cache.
///
/// Whatever goes under it later (encryption with a user's own key) changes nothing above it; that
/// is why both directions are told the record's key. Readers are tolerant: a field they do not
/// know is passed over, a field that is missing is empty where the record allows it. Thread-safe.
public final class Wire {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModules(
              new Jdk8Module(),
              new JavaTimeModule(),
              new SimpleModule().addDeserializer(Instant.class, new InstantReader()))
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          // The same record has the same bytes, in whatever order a map gives its entries.
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .withCoercionConfig(
              LogicalType.Textual,
              config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail))
          .build();

  private Wire() {}

  /// The bytes of a record.
  ///
  /// @param key the record's key, whose first part is the user
  public static byte[] write(String key, Event event) {
    try {
      return JSON.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("cannot write the record " + key, e);
    }
  }

  /// The record in the bytes.
  ///
  /// @throws UnreadableRecordException if the bytes are not such a record; the message names the
  ///     field, never the content
  public static <E extends Event> E read(String key, byte[] bytes, Class<E> type) {
    try {
      @Nullable E event = JSON.readValue(bytes, type);
      if (event == null) {
        throw new UnreadableRecordException(type.getSimpleName(), "it is the word null");
      }
      return event;
    } catch (IOException e) {
      throw new UnreadableRecordException(type.getSimpleName(), e);
    }
  }
}
