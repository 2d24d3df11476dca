package io.chihiro.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chihiro.events.SongListed;
import java.util.List;

/// What catalogues say of a song as a line of JSON that the import of catalogues reads again.
final class ExportedListings {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ExportedListings() {}

  /// One line, without its end; never any lyrics.
  static String line(SongListed song) {
    ObjectNode line = NODES.objectNode();
    line.put("title", song.named().title()).put("artist", song.named().artist());
    song.ids().forEach((kind, ids) -> line.put(kind, ids.getFirst()));
    song.year().ifPresent(year -> line.put("year", year));
    line.set("tags", list(song.tags()));
    song.views().ifPresent(views -> line.put("views", views));
    line.set("features", list(song.featured()));
    song.language().ifPresent(language -> line.put("language", language));
    song.audio().forEach(line::put);
    return line.toString();
  }

  private static JsonNode list(List<String> texts) {
    ArrayNode list = NODES.arrayNode();
    texts.forEach(list::add);
    return list;
  }
}
