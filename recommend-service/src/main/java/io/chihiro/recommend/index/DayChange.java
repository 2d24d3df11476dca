package io.chihiro.recommend.index;

import io.chihiro.events.Event;
import io.chihiro.events.Keys;
import io.chihiro.events.Moment;
import io.chihiro.events.TextEmbedded;
import io.chihiro.events.Topic;
import io.chihiro.events.Topics;
import io.chihiro.events.Wire;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What one record changes in a user's index: half a day, its moment or its vectors.
///
/// @param half which half
/// @param key the record's own key
/// @param bytes the record as it travelled; empty when it is taken back
public record DayChange(Half half, String key, Optional<byte[]> bytes) {

  /// A day is whole once both of its halves are there and belong together.
  public enum Half {
    MOMENT,
    VECTORS;

    /// The topic it travels on.
    public Topic<?> topic() {
      return switch (this) {
        case MOMENT -> Topics.MOMENTS;
        case VECTORS -> Topics.VECTORS;
      };
    }

    /// The half that travels on a topic.
    public static Half on(String topicName) {
      return MOMENT.topic().name().equals(topicName) ? MOMENT : VECTORS;
    }

    /// The topics of both halves.
    public static List<Topic<?>> topics() {
      return List.of(MOMENT.topic(), VECTORS.topic());
    }
  }

  /// Whose day it is.
  public String user() {
    return Keys.user(key);
  }

  /// The day itself, as `2024-03-05`.
  public String date() {
    String rest = Keys.rest(key);
    int end = rest.indexOf('/');
    return end < 0 ? rest : rest.substring(0, end);
  }

  /// The version of the model that made the vectors; empty for a moment.
  public String version() {
    String rest = Keys.rest(key);
    int end = rest.indexOf('/');
    return end < 0 ? "" : rest.substring(end + 1);
  }

  /// The day itself.
  public LocalDate day() {
    return LocalDate.parse(date());
  }

  /// The moment, if this is one that is there.
  public Optional<Moment> moment() {
    return read(Half.MOMENT, Moment.class);
  }

  /// The same half taken back: what nobody can open any more is not there.
  public DayChange taken() {
    return new DayChange(half, key, Optional.empty());
  }

  /// The vectors, if these are some that are there.
  public Optional<TextEmbedded> vectors() {
    return read(Half.VECTORS, TextEmbedded.class);
  }

  private <E extends Event> Optional<E> read(Half wanted, Class<E> type) {
    return half == wanted ? bytes.flatMap(there -> Wire.find(key, there, type)) : Optional.empty();
  }
}
