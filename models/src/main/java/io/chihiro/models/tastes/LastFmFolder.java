package io.chihiro.models.tastes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A folder of Last.fm exports, one a user: what `user.getLovedTracks` or `user.getRecentTracks`
/// answers, or an array of such answers, in a file that has the user's name and ends in `.json`.
///
/// Beside them there may be a `countries.tsv` with a user, a tab and a country in each line, and a
/// `songs.jsonl` with a `title`, an `artist` and where they are known a `tag` and `lyrics` in each.
/// What plays just now has no time and is left out, as are rows without a title or an artist.
public final class LastFmFolder {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ENDING = ".json";
  private static final String COUNTRIES = "countries.tsv";
  private static final String SONGS = "songs.jsonl";

  private final List<Interaction> interactions = new ArrayList<>();
  private final Map<String, Item> items = new HashMap<>();

  private LastFmFolder() {}

  /// Reads all of them.
  ///
  /// @throws IOException that names the file, and the row where one is broken
  public static Tastes read(Path folder) throws IOException {
    LastFmFolder read = new LastFmFolder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> name(each).endsWith(ENDING)).sorted().toList()) {
        read.user(file);
      }
    }
    read.songs(folder.resolve(SONGS));
    return Tastes.of(read.interactions, read.items, countries(folder.resolve(COUNTRIES)));
  }

  private void user(Path file) throws IOException {
    String user = name(file).substring(0, name(file).length() - ENDING.length());
    JsonNode answers = parsed(file);
    for (JsonNode answer : answers.isArray() ? answers : JSON.createArrayNode().add(answers)) {
      JsonNode tracks = answer.path("lovedtracks").path("track");
      tracks = tracks.isArray() ? tracks : answer.path("recenttracks").path("track");
      if (!tracks.isArray()) {
        throw new IOException(name(file) + " holds neither loved nor recent tracks of Last.fm");
      }
      tracks.forEach(track -> track(user, track));
    }
  }

  private static JsonNode parsed(Path file) throws IOException {
    try {
      return JSON.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw new IOException(
          "%s is not JSON in line %d".formatted(name(file), e.getLocation().getLineNr()), e);
    }
  }

  private void track(String user, JsonNode track) {
    JsonNode artist = track.path("artist");
    String artistName = artist.path("name").asText(artist.path("#text").asText("")).strip();
    String title = track.path("name").asText("").strip();
    Optional<Instant> at = at(track.path("date").path("uts").asText(""));
    if (!title.isEmpty() && !artistName.isEmpty() && at.isPresent()) {
      Item item = Item.song(title, artistName);
      items.put(item.id(), item);
      interactions.add(new Interaction(user, item.id(), at));
    }
  }

  // What nobody took to is not wanted.
  private void songs(Path file) throws IOException {
    List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
    for (int i = 0; i < lines.size(); i++) {
      JsonNode told = song(lines.get(i), i + 1);
      Item named = Item.song(told.path("title").asText(), told.path("artist").asText());
      items.computeIfPresent(
          named.id(),
          (id, item) ->
              new Item(id, item.title(), item.artist(), text(told, "tag"), text(told, "lyrics")));
    }
  }

  private static JsonNode song(String line, int row) throws IOException {
    JsonNode told = json(line);
    if (text(told, "title").isEmpty() || text(told, "artist").isEmpty()) {
      throw new IOException("%s names no song in row %d".formatted(SONGS, row));
    }
    return told;
  }

  // What is not JSON names no song; the parser's own message would quote lyrics.
  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException _) {
      return MissingNode.getInstance();
    }
  }

  private static Optional<String> text(JsonNode told, String field) {
    return Optional.of(told.path(field).asText("")).filter(text -> !text.isBlank());
  }

  private static Optional<Instant> at(String seconds) {
    return seconds.matches("[0-9]{1,11}")
        ? Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds)))
        : Optional.empty();
  }

  private static Map<String, String> countries(Path file) throws IOException {
    Map<String, String> countries = new HashMap<>();
    List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
    for (int i = 0; i < lines.size(); i++) {
      List<String> row = List.of(lines.get(i).split("\t", -1));
      if (row.size() != 2) {
        throw new IOException(
            "%s has %d fields in row %d where 2 are expected"
                .formatted(name(file), row.size(), i + 1));
      }
      countries.put(row.get(0), row.get(1).strip());
    }
    return countries;
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
