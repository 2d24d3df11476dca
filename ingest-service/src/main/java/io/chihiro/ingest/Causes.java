package io.chihiro.ingest;

import io.chihiro.events.Since;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;

/// What touched a day that waits to be composed, each since the earliest time.
///
/// @param since of every kind of cause that is measured; a day that something else touched has none
record Causes(Map<Since, Instant> since) {
  static final Causes NONE = new Causes(Map.of());

  Causes {
    since = Map.copyOf(since);
  }

  static Causes of(Since kind, Instant at) {
    return new Causes(Map.of(kind, at));
  }

  /// What the headers of a record tell of the photo it was read from.
  static Causes ofPhoto(Headers headers) {
    return Since.PHOTO.of(headers).map(at -> of(Since.PHOTO, at)).orElse(NONE);
  }

  /// Both, the earlier one where both tell.
  Causes with(Causes other) {
    if (other.since.isEmpty()) {
      return this;
    }
    Map<Since, Instant> both = new TreeMap<>(since);
    other.since.forEach((kind, at) -> both.merge(kind, at, Causes::earlier));
    return new Causes(both);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /// As headers beside the moment.
  Headers headers() {
    List<Header> headers = new ArrayList<>();
    since.forEach(
        (kind, at) ->
            kind.at(at)
                .forEach(
                    (name, value) ->
                        headers.add(
                            new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8)))));
    return new RecordHeaders(headers);
  }

  /// As a store keeps it: `PHOTO=1732312800000 PLAY=1732312801000`.
  String stored() {
    return new TreeMap<>(since)
        .entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue().toEpochMilli())
            .collect(Collectors.joining(" "));
  }

  /// What a store has kept; nothing where nothing was.
  static Causes parse(String stored) {
    Map<Since, Instant> since = new TreeMap<>();
    for (Since kind : Since.values()) {
      word(stored, kind + "=")
          .map(millis -> Instant.ofEpochMilli(Long.parseLong(millis)))
          .ifPresent(at -> since.put(kind, at));
    }
    return new Causes(since);
  }

  private static Optional<String> word(String stored, String prefix) {
    return stored
        .lines()
        .flatMap(line -> List.of(line.split(" ")).stream())
        .filter(word -> word.startsWith(prefix))
        .map(word -> word.substring(prefix.length()))
        .findFirst();
  }
}
