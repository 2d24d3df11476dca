package io.chihiro.ingest;

import io.chihiro.ingest.history.Listener;

/// Who each user is to the files that are read.
@FunctionalInterface
public interface Listeners {
  Listener of(String user);
}
