/// Traces as OpenTelemetry has them, sent to a collector.
@NullMarked
package io.chihiro.tracing.otlp;

import org.jspecify.annotations.NullMarked;
