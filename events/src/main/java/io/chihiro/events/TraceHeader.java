package io.chihiro.events;

import io.chihiro.tracing.Tracing;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;

/// Which step of which trace wrote a record: a header beside it, as the W3C has it for calls.
public final class TraceHeader {
  private TraceHeader() {}

  /// What a record's headers say; empty if nothing, or while nothing is traced.
  public static Optional<String> in(Headers headers) {
    return Optional.ofNullable(headers.lastHeader(Tracing.HEADER))
        .filter(_ -> Tracing.get().on())
        .map(header -> new String(header.value(), StandardCharsets.UTF_8));
  }

  /// The header that says so.
  public static Header of(String traceparent) {
    return new RecordHeader(Tracing.HEADER, traceparent.getBytes(StandardCharsets.UTF_8));
  }
}
