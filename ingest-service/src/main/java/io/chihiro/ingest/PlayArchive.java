package io.chihiro.ingest;

import io.chihiro.events.Topic;

/// What of a user's is stored already.
interface PlayArchive {
  /// Ids on a topic that some other import, or no import, has stored: their keys without the user.
  PlayIds notFrom(String user, String importId, Topic<?> topic) throws InterruptedException;
}
