package io.chihiro.ingest.spotify;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.events.Song;
import io.chihiro.ingest.source.PrivateTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the player says: shown, never counted.
///
/// @param song what is playing, unless it is a podcast, nothing, or none of our business
/// @param hidden whether it is a private session
/// @param seenAt when the player said so
public record Playing(
    Optional<Song> song, boolean hidden, Duration progress, Duration length, Instant seenAt) {
  private static final Duration REMEMBERED = Duration.ofDays(2);

  /// Reads the player's answer; an empty one means that nothing plays.
  static Playing read(JsonNode answer, Instant now) {
    boolean hidden = answer.path("device").path("is_private_session").asBoolean(false);
    boolean plays = answer.path("is_playing").asBoolean(false);
    JsonNode item = answer.path("item");
    boolean track = item.path("type").asText("track").equals("track");
    return new Playing(
        plays && track && !hidden ? SpotifyTrack.song(item) : Optional.empty(),
        hidden,
        Duration.ofMillis(Math.max(0, answer.path("progress_ms").asLong(0))),
        Duration.ofMillis(Math.max(0, item.path("duration_ms").asLong(0))),
        now);
  }

  /// The private times that are known now. While two looks in a row see a private session, it is
  /// taken to have lasted in between; around a look, it covers the track that was playing.
  List<PrivateTime> hiddenTimes(List<PrivateTime> known, Optional<Instant> lookedBefore) {
    Instant oldest = seenAt.minus(REMEMBERED);
    List<PrivateTime> times = new ArrayList<>();
    known.stream().filter(time -> time.to().isAfter(oldest)).forEach(times::add);
    if (hidden) {
      add(times, lookedBefore);
    }
    return times;
  }

  private void add(List<PrivateTime> times, Optional<Instant> lookedBefore) {
    Instant from = seenAt.minus(progress);
    Instant to = latest(seenAt, seenAt.minus(progress).plus(length));
    boolean goesOn =
        !times.isEmpty()
            && lookedBefore.filter(look -> !look.isAfter(times.getLast().to())).isPresent();
    if (goesOn) {
      times.add(new PrivateTime(times.removeLast().from(), to));
      return;
    }
    times.add(new PrivateTime(from, to));
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
