package io.chihiro.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells a catalogue of songs by its headings: title and artist, lyrics or what songs sound like,
/// or for whom they are right, and no time at which anything was played. ingest-service
/// looks closer.
final class Catalogues {
  private static final int MOST_LINES_BEFORE_HEADINGS = 3;
  private static final Pattern SEPARATOR = Pattern.compile("[,;\t|]");
  private static final Set<String> TITLES =
      Set.of("title", "song", "track", "name", "track name", "song name", "song title");
  private static final Set<String> ARTISTS =
      Set.of("artist", "artists", "artist name", "artist names", "primary artist", "performer");
  private static final Set<String> LYRICS = Set.of("lyrics", "lyric", "song lyrics");
  private static final Set<String> ANNOTATIONS =
      Set.of("annotation", "annotation text", "explanation");
  private static final Set<String> PERSONAS = Set.of("persona", "query");
  private static final Set<String> FIGURES =
      Set.of(
          "views", "tag", "tags", "language", "language cldr", "valence", "energy", "danceability");
  private static final int FEWEST_FIGURES = 2;
  // Playlists and plays may bear figures, too.
  private static final Set<String> OF_OTHERS =
      Set.of(
          "added at",
          "added by",
          "date added",
          "timestamp",
          "time",
          "played at",
          "listened at",
          "uts",
          "utc time",
          "date",
          "scrobbled at",
          "listened");

  private Catalogues() {}

  /// Whether a file begins so.
  static boolean isOne(String head) {
    String text = head.replace("\ufeff", "").strip();
    return text.lines().limit(MOST_LINES_BEFORE_HEADINGS).anyMatch(Catalogues::isSongs);
  }

  private static boolean isSongs(String line) {
    List<String> headings = line.startsWith("{") ? fields(line) : cells(line);
    boolean songs =
        headings.stream().anyMatch(TITLES::contains)
            && headings.stream().anyMatch(ARTISTS::contains)
            && headings.stream().noneMatch(OF_OTHERS::contains);
    return songs
        && (headings.stream().anyMatch(LYRICS::contains)
            || headings.stream().anyMatch(PERSONAS::contains)
            || headings.stream().anyMatch(ANNOTATIONS::contains)
            || headings.stream().filter(FIGURES::contains).count() >= FEWEST_FIGURES);
  }

  // Headings hold no separators, so what is between two of them is one.
  private static List<String> cells(String line) {
    return SEPARATOR.splitAsStream(line).map(cell -> plain(cell.replace("\"", ""))).toList();
  }

  private static List<String> fields(String line) {
    try {
      JsonNode first = FrontDoor.JSON.readTree(line);
      List<String> fields = new ArrayList<>();
      first.fieldNames().forEachRemaining(name -> fields.add(plain(name)));
      return fields;
    } catch (IOException _) {
      // A line that is no JSON, or was cut: no song can be told from it.
      return List.of();
    }
  }

  private static String plain(String heading) {
    return heading.strip().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
