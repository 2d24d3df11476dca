package io.chihiro.ingest.spotify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.chihiro.ingest.SharedData;
import io.chihiro.ingest.source.Listen;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Answers of the real service, as others recorded them.
class RecordedListTest {
  private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");

  @Test
  void everyItemOfARecordedListIsAPlay() throws IOException {
    JsonNode list = json("java_GetCurrentUsersRecentlyPlayedTracksRequest.json");

    List<Listen> listens = RecentlyPlayed.read("owner", list, List.of(), NOW);

    assertFalse(listens.isEmpty());
    assertEquals(list.path("items").size(), listens.size());
    assertTrue(listens.stream().allMatch(Listen.Kept.class::isInstance));
  }

  @Test
  void aRecordedPodcastThatPlaysIsNotShown() throws IOException {
    JsonNode player = json("java_GetUsersCurrentlyPlayingTrackRequest_Episode.json");

    assertEquals(Optional.empty(), Playing.read(player, NOW).song());
  }

  private static JsonNode json(String file) throws IOException {
    return JsonMapper.builder().build().readTree(SharedData.read("spotify-api/" + file));
  }
}
