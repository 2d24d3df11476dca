package io.chihiro.embedding;

import io.chihiro.door.Forgetting.Removed;
import io.chihiro.door.Forgetting.Wanted;
import io.chihiro.door.RefusedException;
import io.chihiro.events.Keys;
import io.chihiro.events.Moment;
import io.chihiro.events.TextEmbedded;
import io.chihiro.events.TextHash;
import io.chihiro.events.Topics;
import io.chihiro.events.UserRecords;
import io.chihiro.events.Wire;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/// Waits until no vector is left of what was forgotten: each follows its day's text as soon as that
/// has changed or gone.
@ApplicationScoped
public class ForgottenVectors {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final UserRecords moments;
  private final UserRecords vectors;
  private final UserRecords songs;

  public ForgottenVectors(EmbeddingSettings settings) {
    this.moments =
        new UserRecords(settings.broker(), "embedding-forgotten", List.of(Topics.MOMENTS));
    this.vectors =
        new UserRecords(settings.broker(), "embedding-forgotten", List.of(Topics.VECTORS));
    this.songs =
        new UserRecords(settings.broker(), "embedding-forgotten", List.of(Topics.SONG_VECTORS));
  }

  /// Returns when none is left.
  ///
  /// @throws RefusedException if that takes long: other days may be embedded just now
  List<Removed> await(String user, Wanted wanted) throws InterruptedException {
    long ofSongs = wanted.everything() ? songs(user).size() : 0;
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (anyIsLeft(user, wanted)) {
      if (System.nanoTime() > end) {
        throw RefusedException.notNow("The days are still being embedded without it.");
      }
      Thread.sleep(LOOK_AGAIN);
    }
    Removed days = new Removed("days' vectors", wanted.days().size());
    return wanted.everything()
        ? List.of(days, new Removed("songs' vectors", ofSongs))
        : List.of(days);
  }

  private boolean anyIsLeft(String user, Wanted wanted) {
    Map<String, ConsumerRecord<String, byte[]>> there = vectors.latest(user);
    if (wanted.everything()) {
      return !there.isEmpty() || !songs(user).isEmpty();
    }
    Map<String, String> texts = texts(user, wanted.days());
    Set<String> days = wanted.days().stream().map(LocalDate::toString).collect(Collectors.toSet());
    return there.values().stream()
        .filter(vector -> days.contains(day(vector.key())))
        .anyMatch(vector -> !hash(vector).equals(texts.get(day(vector.key()))));
  }

  // Which there are, and not what they are: those of a large catalogue would not fit into memory.
  private Set<String> songs(String user) {
    Set<String> keys = new HashSet<>();
    songs.each(
        user,
        message -> {
          if (message.value() == null) {
            keys.remove(message.key());
          } else {
            keys.add(message.key());
          }
        });
    return keys;
  }

  // The hash of what each of the days says now.
  private Map<String, String> texts(String user, Set<LocalDate> days) {
    Map<String, ConsumerRecord<String, byte[]>> there = moments.latest(user);
    Map<String, String> texts = new HashMap<>();
    for (LocalDate day : days) {
      String key = Keys.of(user, day.toString());
      ConsumerRecord<String, byte[]> moment = there.get(key);
      if (moment != null) {
        Wire.find(key, moment.value(), Moment.class)
            .ifPresent(found -> texts.put(day.toString(), TextHash.of(found.text())));
      }
    }
    return texts;
  }

  // `user/date/model version`.
  private static String day(String key) {
    String rest = Keys.rest(key);
    int end = rest.indexOf('/');
    return end < 0 ? rest : rest.substring(0, end);
  }

  private static String hash(ConsumerRecord<String, byte[]> vector) {
    Header hash = vector.headers().lastHeader(TextEmbedded.HASH_HEADER);
    return hash == null ? "" : new String(hash.value(), StandardCharsets.UTF_8);
  }
}
