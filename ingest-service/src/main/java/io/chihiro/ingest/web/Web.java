package io.chihiro.ingest.web;

/// Somewhere outside that answers HTTP.
@FunctionalInterface
public interface Web {
  /// Asks once; whatever goes wrong on the way is a reply too.
  Reply ask(Ask ask) throws InterruptedException;
}
