package io.chihiro.ingest.spotify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.PlaylistKept;
import io.chihiro.events.Song;
import io.chihiro.ingest.SharedData;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SpotifyPlaylistsTest {
  private static final String LISTS = "/v1/me/playlists?limit=50&offset=0";
  private static final String DRIVES = "/v1/playlists/p1/items?limit=50&offset=0";

  private final Listener owner = new Listener();

  @BeforeEach
  void logIn() throws InterruptedException {
    var _ = owner.loggedIn();
    owner.recorded.has(LISTS, lists(list("p1", "Long drives", "v1")));
    owner.recorded.has(
        DRIVES,
        items(
            "null",
            entry("item", "Salt Water", "The Harbour Lights", "track"),
            entry("item", "Tides, explained", "x", "episode"),
            entry("track", "Night Bus", "Ana Moura", "track"),
            "{\"added_at\":null,\"item\":null}"));
  }

  @Test
  void aListIsKeptWithItsSongsInOrder() throws InterruptedException {
    var _ = owner.round();

    PlaylistKept list = owner.lists.all().values().iterator().next();
    assertEquals("Long drives", list.name());
    assertEquals(PlaylistKept.Source.SPOTIFY_API, list.source());
    assertEquals(
        List.of(new Song("Salt Water", "The Harbour Lights"), new Song("Night Bus", "Ana Moura")),
        list.entries().stream().map(PlaylistKept.Entry::song).toList());
    assertTrue(list.entries().getFirst().addedAt().isPresent());
    assertEquals(Optional.of("spotify:track:Salt Water"), list.entries().getFirst().place());
  }

  @Test
  void aListThatHasNotChangedIsNotReadAgain() throws InterruptedException {
    owner.live(Duration.ofDays(3));

    assertEquals(1, owner.lists.writes());
    assertEquals(
        1, owner.recorded.asked().stream().filter(path -> path.endsWith("/p1/items")).count());
  }

  @Test
  void aListThatHasChangedIsReadAgainTheNextDayAndOneThatIsGoneGoes() throws InterruptedException {
    var _ = owner.round();
    owner.recorded.has(LISTS, lists(list("p1", "Short drives", "v2")));
    owner.live(Duration.ofHours(25));
    assertEquals(
        List.of("Short drives"),
        owner.lists.all().values().stream().map(PlaylistKept::name).toList());

    owner.recorded.has(LISTS, lists());
    owner.live(Duration.ofHours(25));
    assertEquals(Map.of(), owner.lists.all());
  }

  @Test
  void aListOfSomebodyElseHasNoEntriesAndStopsNothing() throws InterruptedException {
    owner.recorded.has(
        LISTS, lists(list("other", "Top 50", "v1"), list("p1", "Long drives", "v1")));

    owner.live(Duration.ofHours(2));

    assertEquals(Set.of("owner/spotify-p1"), owner.lists.all().keySet());
    assertEquals(
        1, owner.recorded.asked().stream().filter(path -> path.contains("/other/")).count());
  }

  @Test
  void aLongListIsReadPageByPage() throws InterruptedException {
    owner.recorded.has(
        DRIVES, items("\"https://api.test/next\"", entry("item", "One", "Ana Moura", "track")));
    owner.recorded.has(
        "/v1/playlists/p1/items?limit=50&offset=50",
        items("null", entry("item", "Two", "Ana Moura", "track")));

    var _ = owner.round();

    assertEquals(2, drives().entries().size());
  }

  @Test
  void listsAreNeverWorthALockOut() throws InterruptedException {
    owner.recorded.locks(Duration.ofHours(30));

    owner.live(Duration.ofHours(29));

    assertEquals(1, owner.recorded.askedDuringLockOut());
  }

  @Test
  void recordedEntriesAreRead() throws InterruptedException, IOException {
    owner.recorded.has(
        DRIVES, SharedData.read("spotify-api/playlist_items_episodes_and_tracks.json"));

    var _ = owner.round();

    PlaylistKept list = drives();
    assertEquals(
        List.of("Typhoons", "Beauty"),
        list.entries().stream().map(entry -> entry.song().title()).toList());
    assertTrue(list.entries().stream().noneMatch(e -> e.place().orElse("").contains("episode")));
  }

  private PlaylistKept drives() {
    return Optional.ofNullable(owner.lists.all().get("owner/spotify-p1")).orElseThrow();
  }

  private static String lists(String... lists) {
    return "{\"items\":[" + String.join(",", lists) + "],\"next\":null}";
  }

  private static String list(String id, String name, String version) {
    return """
    {"id":"%s","name":"%s","snapshot_id":"%s","items":{"total":2}}"""
        .formatted(id, name, version);
  }

  private static String items(String next, String... entries) {
    return "{\"items\":[" + String.join(",", entries) + "],\"next\":" + next + "}";
  }

  private static String entry(String field, String title, String artist, String type) {
    return """
    {"added_at":"2024-03-05T20:14:08Z","is_local":false,"%s":{"name":"%s","type":"%s",\
    "artists":[{"name":"%s"}],"uri":"spotify:track:%s"}}"""
        .formatted(field, title, type, artist, title);
  }
}
