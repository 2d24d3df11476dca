package io.chihiro.ingest.spotify;

import java.time.Instant;

/// Items of the list of latest plays, as they were recorded, with names of the project's own.
final class Items {
  private Items() {}

  static String track(String title, String artist, String id, long lengthMs, Instant endedAt) {
    return """
    {"track":{"album":{"name":"Low Tide","type":"album"},"artists":[{"name":"%s","type":"artist"}],\
    "duration_ms":%d,"id":"%s","is_local":false,"name":"%s","type":"track","uri":"spotify:track:%s"},\
    "played_at":"%s","context":null}\
    """
        .formatted(artist, lengthMs, id, title, id, endedAt);
  }

  static String number(int number, Instant endedAt) {
    return track("Song " + number, "The Harbour Lights", "id" + number, 180_000, endedAt);
  }

  static String episode(Instant endedAt) {
    return """
    {"track":{"name":"Tides, explained","type":"episode","uri":"spotify:episode:e1","duration_ms":1},\
    "played_at":"%s"}\
    """
        .formatted(endedAt);
  }

  static String local(String title, String artist, Instant endedAt) {
    return """
    {"track":{"artists":[{"name":"%s"}],"duration_ms":200000,"id":null,"is_local":true,"name":"%s",\
    "type":"track","uri":"spotify:local:%s::%s:200"},"played_at":"%s"}\
    """
        .formatted(artist, title, artist, title, endedAt);
  }

  /// No length, no album, no id, no context.
  static String bare(String title, Instant endedAt) {
    return """
    {"track":{"artists":[{"name":"Ana Moura"}],"name":"%s"},"played_at":"%s"}\
    """
        .formatted(title, endedAt);
  }

  static String player(String title, long progressMs, long lengthMs, boolean hidden) {
    return """
    {"device":{"id":"d","is_active":true,"is_private_session":%s,"type":"Smartphone"},\
    "progress_ms":%d,"is_playing":true,"currently_playing_type":"track","item":{"name":"%s",\
    "artists":[{"name":"The Harbour Lights"}],"duration_ms":%d,"type":"track"}}\
    """
        .formatted(hidden, progressMs, title, lengthMs);
  }
}
