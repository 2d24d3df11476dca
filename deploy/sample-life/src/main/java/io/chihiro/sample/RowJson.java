package io.chihiro.sample;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;

/// Writes rows as Spotify's extended streaming history does: every field in every row, null where
/// it does not apply, the private ones filled with made-up values from documentation ranges.
final class RowJson {
  private static final Instant NEW_STYLE = Instant.parse("2024-07-01T00:00:00Z");
  private static final List<String> ENDS =
      List.of("trackdone", "trackdone", "trackdone", "fwdbtn", "endplay", "logout");
  private static final List<String> STARTS =
      List.of("trackdone", "trackdone", "clickrow", "playbtn", "fwdbtn", "appload");

  private final Random random;

  RowJson(Random random) {
    this.random = random;
  }

  ObjectNode of(Play play, String country) {
    ObjectNode row = begin(play.end(), play.milliseconds(), country);
    track(row, play.track());
    nothing(row, "episode_name", "episode_show_name", "spotify_episode_uri");
    noAudiobook(row);
    end(row, play.end());
    row.put("reason_end", play.skipped() ? "fwdbtn" : ENDS.get(random.nextInt(ENDS.size())));
    row.put("skipped", play.skipped());
    return row.put("incognito_mode", play.incognito());
  }

  ObjectNode podcast(Instant end, int milliseconds, String country, String show, int episode) {
    ObjectNode row = begin(end, milliseconds, country);
    noTrack(row);
    row.put("episode_name", "Episode " + episode);
    row.put("episode_show_name", show);
    row.put("spotify_episode_uri", "spotify:episode:sample%015d".formatted(episode));
    noAudiobook(row);
    return end(row, end);
  }

  ObjectNode audiobook(Instant end, int milliseconds, String country, int chapter) {
    ObjectNode row = begin(end, milliseconds, country);
    noTrack(row);
    nothing(row, "episode_name", "episode_show_name", "spotify_episode_uri");
    row.put("audiobook_title", "The Keeper of Small Weather");
    row.put("audiobook_uri", "spotify:audiobook:samplebook0000000000001");
    row.put("audiobook_chapter_uri", "spotify:chapter:sample%015d".formatted(chapter));
    row.put("audiobook_chapter_title", "Chapter " + chapter);
    return end(row, end);
  }

  ObjectNode untitled(Instant end, int milliseconds, String country) {
    ObjectNode row = begin(end, milliseconds, country);
    noTrack(row);
    nothing(row, "episode_name", "episode_show_name", "spotify_episode_uri");
    noAudiobook(row);
    return end(row, end);
  }

  private ObjectNode begin(Instant end, int milliseconds, String country) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.put("ts", end.toString());
    boolean old = end.isBefore(NEW_STYLE);
    if (old) {
      row.put("username", "sample-listener");
    }
    row.put("platform", random.nextInt(4) == 0 ? "linux" : "Android OS 14 API 34 (Sample, Phone)");
    row.put("ms_played", milliseconds);
    row.put("conn_country", country);
    row.put(old ? "ip_addr_decrypted" : "ip_addr", "192.0.2." + (1 + random.nextInt(254)));
    if (old) {
      row.put("user_agent_decrypted", "SamplePlayer/1.0");
    }
    return row;
  }

  private static void track(ObjectNode row, Track track) {
    row.put("master_metadata_track_name", track.title());
    row.put("master_metadata_album_artist_name", track.artist());
    row.put("master_metadata_album_album_name", track.album());
    row.put("spotify_track_uri", track.uri());
  }

  private static void noTrack(ObjectNode row) {
    nothing(row, "master_metadata_track_name", "master_metadata_album_artist_name");
    nothing(row, "master_metadata_album_album_name", "spotify_track_uri");
  }

  private static void noAudiobook(ObjectNode row) {
    nothing(row, "audiobook_title", "audiobook_uri");
    nothing(row, "audiobook_chapter_uri", "audiobook_chapter_title");
  }

  private static void nothing(ObjectNode row, String... names) {
    for (String name : names) {
      row.putNull(name);
    }
  }

  private ObjectNode end(ObjectNode row, Instant end) {
    row.put("reason_start", STARTS.get(random.nextInt(STARTS.size())));
    row.put("reason_end", "endplay");
    row.put("shuffle", random.nextInt(3) == 0);
    row.put("skipped", false);
    row.put("offline", random.nextInt(6) == 0);
    offlineTimestamp(row, end);
    return row.put("incognito_mode", false);
  }

  /// Seconds, milliseconds, nothing, zero or a day off: nobody should trust it.
  private void offlineTimestamp(ObjectNode row, Instant end) {
    switch (random.nextInt(5)) {
      case 0 -> row.put("offline_timestamp", end.getEpochSecond());
      case 1 -> row.put("offline_timestamp", end.toEpochMilli());
      case 2 -> row.put("offline_timestamp", 0);
      case 3 -> row.put("offline_timestamp", end.plus(1, ChronoUnit.DAYS).getEpochSecond());
      default -> row.putNull("offline_timestamp");
    }
  }
}
