package io.chihiro.recommend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.chihiro.events.Keys;
import io.chihiro.events.UnreadableRecordException;
import io.chihiro.events.Wire;
import io.chihiro.recommend.RecentAnswers.Given;
import io.chihiro.recommend.index.Notes;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Answers where every copy of this service finds them, sealed with the key of whom they were given
/// to: what somebody says to a song reaches whichever copy is there.
///
/// A cache that is away loses them for the other copies and for nobody else.
final class SharedAnswers {
  private static final Logger LOG = Logger.getLogger(SharedAnswers.class);
  private static final String KIND = "answer";
  private static final JsonMapper JSON =
      JsonMapper.builder().addModules(new Jdk8Module(), new JavaTimeModule()).build();

  private final Notes notes;
  private final Duration lifetime;

  SharedAnswers(Notes notes, Duration lifetime) {
    this.notes = notes;
    this.lifetime = lifetime;
  }

  void keep(String id, Given given) {
    try {
      String key = Keys.of(given.user(), KIND, id);
      notes.keep(
          place(given.user(), id),
          Wire.writeText(KIND, key, JSON.writeValueAsString(given)),
          lifetime);
    } catch (IllegalStateException | JsonProcessingException e) {
      LOG.debugf("an answer is known to this copy alone: %s", e.getClass().getSimpleName());
    }
  }

  Optional<Given> find(String user, String id) {
    try {
      Optional<String> json =
          notes
              .find(place(user, id))
              .flatMap(bytes -> Wire.findText(KIND, Keys.of(user, KIND, id), bytes));
      return json.isEmpty()
          ? Optional.empty()
          : Optional.of(JSON.readValue(json.get(), Given.class));
    } catch (IllegalStateException | UnreadableRecordException | JsonProcessingException e) {
      LOG.debugf("an answer of another copy is not found: %s", e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  /// Forgets an answer, unless the cache is away: then it is gone with it, or within its day.
  void forget(String user, String id) {
    try {
      var _ = notes.take(place(user, id));
    } catch (IllegalStateException e) {
      LOG.debugf("an answer is forgotten later: %s", e.getClass().getSimpleName());
    }
  }

  private static String place(String user, String id) {
    return KIND + ":{" + user + "}:" + id;
  }
}
