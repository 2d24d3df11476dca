package io.chihiro.models.tastes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// HetRec's Last.fm data (Cantador, Brusilovsky and Kuflik 2011): the artists that each user
/// listens to most, and the tags that users gave to artists.
///
/// Listens have no time. That of an interaction is the first day its user gave the artist a tag;
/// most have none. An artist's tag is the one it was given most often.
public final class HetrecFolder {
  private static final String LISTENS = "user_artists.dat";
  private static final String ARTISTS = "artists.dat";
  private static final String TAGS = "tags.dat";
  private static final String TAGGED = "user_taggedartists.dat";

  private final Path folder;
  private final Map<List<String>, Instant> firstTagged = new HashMap<>();
  private final Map<String, Map<String, Integer>> tagCounts = new HashMap<>();

  private HetrecFolder(Path folder) {
    this.folder = folder;
  }

  /// Reads a folder with the four files of the data set.
  ///
  /// @throws IOException that names the file, and the row where one is broken
  public static Tastes read(Path folder) throws IOException {
    return new HetrecFolder(folder).tastes();
  }

  private Tastes tastes() throws IOException {
    readTagged();
    Map<String, Item> items = items(names(TAGS));
    List<Interaction> interactions = new ArrayList<>();
    for (List<String> row : rows(LISTENS, 3)) {
      String user = row.get(0);
      String artist = row.get(1);
      if (!items.containsKey(artist)) {
        throw new IOException(
            "%s has an artist %s who is not in %s".formatted(LISTENS, artist, ARTISTS));
      }
      Optional<Instant> at = Optional.ofNullable(firstTagged.get(List.of(user, artist)));
      interactions.add(new Interaction(user, artist, at));
    }
    return Tastes.of(interactions, items, Map.of());
  }

  private void readTagged() throws IOException {
    for (List<String> row : rows(TAGGED, 6)) {
      Instant at = day(row);
      firstTagged.merge(row.subList(0, 2), at, (one, other) -> one.isBefore(other) ? one : other);
      tagCounts
          .computeIfAbsent(row.get(1), _ -> new HashMap<>())
          .merge(row.get(2), 1, Integer::sum);
    }
  }

  private static Instant day(List<String> row) throws IOException {
    try {
      return LocalDate.of(
              Integer.parseInt(row.get(5)),
              Integer.parseInt(row.get(4)),
              Integer.parseInt(row.get(3)))
          .atStartOfDay()
          .toInstant(ZoneOffset.UTC);
    } catch (NumberFormatException | DateTimeException e) {
      throw new IOException(
          "%s has the day %s".formatted(TAGGED, String.join(".", row.subList(3, 6))), e);
    }
  }

  private Map<String, Item> items(Map<String, String> tags) throws IOException {
    Map<String, Item> items = new HashMap<>();
    names(ARTISTS)
        .forEach(
            (id, name) -> items.put(id, new Item(id, name, name, tag(id, tags), Optional.empty())));
    return items;
  }

  private Optional<String> tag(String artist, Map<String, String> tags) {
    return tagCounts.getOrDefault(artist, Map.of()).entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .flatMap(most -> Optional.ofNullable(tags.get(most.getKey())));
  }

  private Map<String, String> names(String file) throws IOException {
    Map<String, String> names = new HashMap<>();
    for (List<String> row : rows(file, 2)) {
      names.put(row.get(0), row.get(1).isBlank() ? row.get(0) : row.get(1));
    }
    return names;
  }

  // Some names were broken before they came here; a mark in their place does no harm.
  private List<List<String>> rows(String name, int fields) throws IOException {
    String text = new String(Files.readAllBytes(folder.resolve(name)), StandardCharsets.UTF_8);
    List<String> lines = text.lines().toList();
    List<List<String>> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      List<String> row = fields(lines.get(i));
      if (row.size() < fields) {
        throw new IOException(
            "%s has %d fields in row %d where %d are expected"
                .formatted(name, row.size(), i + 1, fields));
      }
      rows.add(row);
    }
    return rows;
  }

  // Some numbers of the real files are padded.
  private static List<String> fields(String line) {
    return Stream.of(line.split("\t", -1)).map(String::strip).toList();
  }
}
