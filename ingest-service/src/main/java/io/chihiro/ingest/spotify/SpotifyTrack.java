package io.chihiro.ingest.spotify;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.events.Song;
import java.util.Optional;

/// A track as Spotify writes it. Only what a song cannot do without is needed: in development mode
/// fields such as popularity and external ids may be missing.
final class SpotifyTrack {
  private SpotifyTrack() {}

  /// Title and first artist; empty if either is missing.
  static Optional<Song> song(JsonNode track) {
    Optional<String> artist = text(track.path("artists").path(0), "name");
    return text(track, "name").flatMap(title -> artist.map(name -> new Song(title, name)));
  }

  /// A field that says something.
  static Optional<String> text(JsonNode node, String field) {
    return Optional.ofNullable(node.path(field).textValue()).filter(text -> !text.isBlank());
  }
}
