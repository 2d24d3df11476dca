package io.chihiro.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
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
import io.chihiro.keys.BrokenSealException;
import io.chihiro.keys.ProcessSeal;
import io.chihiro.keys.Sealing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The one place that turns records into bytes and back, for topics, stores and the cache.
///
/// A record that holds what somebody wrote or said is sealed with its user's own key and bound to
/// its own key; that is why both directions are told it. A record of before there were keys is read
/// as it is. Readers are tolerant: a field they do not know is passed over, a field that is missing
/// is empty where the record allows it. A record of a later version than [RecordVersions] knows is
/// refused. Thread-safe.
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
    byte[] plain = RecordVersions.mark(event.getClass(), fields(key, event));
    return isPrivate(event)
        ? ProcessSeal.get().seal(Keys.user(key), place(event.getClass(), key), plain)
        : plain;
  }

  /// Tells records apart without keeping them: sealed twice, or as another version, a record has
  /// different bytes, but the same fingerprint.
  public static int fingerprint(String key, Event event) {
    return Arrays.hashCode(fields(key, event));
  }

  // All of them stand here, so that whoever adds one has to decide. Plays, songs and what is said
  // of them hold no text of a diary; there are hundreds of thousands of them. Lyrics are somebody
  // else's and were published, as what a song is called.
  private static boolean isPrivate(Event event) {
    return switch (event) {
      case EntryRead _, EnginesChosen _, Moment _, TextEmbedded _, Feedback _ -> true;
      case PlaylistKept _, Rejected _, OffLimits _ -> true;
      case LineAnnotated _, PersonaJudged _ -> true;
      // When everything has gone, so has the key, and the receipt names nothing but the user.
      case Erasure erasure -> !erasure.ofEverything();
      case PageScanned _, TrackPlayed _, PlayCorrected _, SongDescribed _, SongAliased _ -> false;
      case SongListed _, LyricsKept _, SongEmbedded _ -> false;
      case ListeningRules _, ModelTrained _, AccountKept _, RejectedHandled _ -> false;
      case TasteAgreed _ -> false;
    };
  }

  private static String place(Class<? extends Event> type, String key) {
    return type.getSimpleName() + " " + key;
  }

  private static byte[] fields(String key, Event event) {
    try {
      return JSON.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("cannot write the record " + key, e);
    }
  }

  /// The record in the bytes, where it must be there.
  ///
  /// @throws UnreadableRecordException if the bytes are not such a record, or if its key is gone;
  ///     the message names the field, never the content
  public static <E extends Event> E read(String key, byte[] bytes, Class<E> type) {
    return find(key, bytes, type)
        .orElseThrow(
            () -> new UnreadableRecordException(type.getSimpleName(), "its user's key is gone"));
  }

  /// The record in the bytes; empty if its user's key is gone, which is as good as deleted.
  ///
  /// @throws UnreadableRecordException if the bytes are not such a record; the message names the
  ///     field, never the content
  public static <E extends Event> Optional<E> find(String key, byte[] bytes, Class<E> type) {
    if (!Sealing.isSealed(bytes)) {
      // Nearly every record is a play: it is not asked whose it is.
      return Optional.of(parse(bytes, type));
    }
    try {
      return ProcessSeal.get()
          .open(Keys.user(key), place(type, key), bytes)
          .map(plain -> parse(plain, type));
    } catch (BrokenSealException e) {
      throw new UnreadableRecordException(type.getSimpleName(), String.valueOf(e.getMessage()));
    }
  }

  /// The bytes of a text in a store that holds nothing else.
  ///
  /// @param store its name
  public static byte[] writeText(String store, String key, String text) {
    return ProcessSeal.get()
        .seal(Keys.user(key), store + " " + key, text.getBytes(StandardCharsets.UTF_8));
  }

  /// The text in the bytes; empty if its user's key is gone.
  public static Optional<String> findText(String store, String key, byte[] bytes) {
    try {
      return ProcessSeal.get()
          .open(Keys.user(key), store + " " + key, bytes)
          .map(plain -> new String(plain, StandardCharsets.UTF_8));
    } catch (BrokenSealException e) {
      throw new UnreadableRecordException("text", String.valueOf(e.getMessage()));
    }
  }

  private static <E extends Event> E parse(byte[] bytes, Class<E> type) {
    try (JsonParser json = JSON.createParser(bytes)) {
      RecordVersions.pass(json, type);
      @Nullable E event = JSON.readValue(json, type);
      if (event == null) {
        throw new UnreadableRecordException(type.getSimpleName(), "it holds nothing");
      }
      return event;
    } catch (IOException e) {
      throw new UnreadableRecordException(type.getSimpleName(), e);
    }
  }
}
