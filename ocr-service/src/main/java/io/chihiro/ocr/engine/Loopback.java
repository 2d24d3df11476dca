package io.chihiro.ocr.engine;

import java.net.URI;

/// Whether an address is this very machine. Told by its letters alone: asking a name server would
/// already be a word to the outside.
final class Loopback {
  private Loopback() {}

  static boolean is(URI address) {
    var host = address.getHost() == null ? "" : address.getHost();
    return host.equals("localhost")
        || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}")
        || host.equals("[::1]");
  }
}
