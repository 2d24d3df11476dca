package io.chihiro.recommend.people;

import java.io.IOException;
import java.time.Duration;
import org.jose4j.http.Get;
import org.jose4j.http.SimpleGet;
import org.jose4j.http.SimpleResponse;

/// Asks a provider for its keys, and at most every few seconds: a stranger's token that names a key
/// nobody knows would have them fetched with each call. Thread-safe.
final class SparingGet implements SimpleGet {
  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final int CONNECT_MILLIS = 2_000;
  private static final int READ_MILLIS = 5_000;

  private final Get get = new Get();
  private long nextNanos = System.nanoTime();

  SparingGet() {
    get.setConnectTimeout(CONNECT_MILLIS);
    get.setReadTimeout(READ_MILLIS);
    get.setRetries(0);
  }

  @Override
  public SimpleResponse get(String address) throws IOException {
    demandPause();
    return get.get(address);
  }

  private synchronized void demandPause() throws IOException {
    long now = System.nanoTime();
    if (now - nextNanos < 0) {
      throw new IOException("the provider was asked for its keys a moment ago");
    }
    nextNanos = now + PAUSE.toNanos();
  }
}
