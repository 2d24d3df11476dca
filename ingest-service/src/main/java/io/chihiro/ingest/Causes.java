package io.chihiro.ingest;

import io.chihiro.events.Since;
import io.chihiro.events.TraceHeader;
import io.chihiro.tracing.Span;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;

/// What touched a day that waits to be composed, each since the earliest time.
///
/// @param since of every kind of cause that is measured; a day that something else touched has none
/// @param trace the step of a trace that touched it first, while traces are sent
record Causes(Map<Since, Instant> since, Optional<String> trace) {
  static final Causes NONE = new Causes(Map.of(), Optional.empty());

  private static final String TRACE = "TRACE";

  Causes {
    since = Map.copyOf(since);
  }

  static Causes of(Since kind, Instant at) {
    return new Causes(Map.of(kind, at), Optional.empty());
  }

  /// What the headers of a text tell of the photo it was read from, and of its trace.
  static Causes ofText(Headers headers) {
    Map<Since, Instant> since = new TreeMap<>();
    Since.PHOTO.of(headers).ifPresent(at -> since.put(Since.PHOTO, at));
    return new Causes(since, TraceHeader.in(headers));
  }

  /// The same, as a later step of its trace hands it on.
  Causes by(Span step) {
    return new Causes(since, step.traceparent());
  }

  /// Both, the earlier one where both tell.
  Causes with(Causes other) {
    if (other.equals(NONE)) {
      return this;
    }
    Map<Since, Instant> both = new TreeMap<>(since);
    other.since.forEach((kind, at) -> both.merge(kind, at, Causes::earlier));
    return new Causes(both, trace.or(other::trace));
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
    trace.map(TraceHeader::of).ifPresent(headers::add);
    return new RecordHeaders(headers);
  }

  /// As a store keeps it: `PHOTO=1732312800000 PLAY=1732312801000`.
  String stored() {
    Stream<String> times =
        new TreeMap<>(since)
            .entrySet().stream().map(each -> each.getKey() + "=" + each.getValue().toEpochMilli());
    return Stream.concat(times, trace.stream().map(step -> TRACE + "=" + step))
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
    return new Causes(since, word(stored, TRACE + "="));
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
