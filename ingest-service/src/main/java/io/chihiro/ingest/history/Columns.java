package io.chihiro.ingest.history;

import com.google.common.base.Splitter;
import io.chihiro.events.Song;
import io.chihiro.events.TrackPlayed.Source;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Where a table keeps what: guessed from its headings, or told by its owner.
///
/// @param places the column of each role
/// @param source who writes such tables
record Columns(Map<Role, Integer> places, Source source) {
  /// What a column may hold.
  enum Role {
    TITLE("track|title|song|name|track name|song name|track title|trackname"),
    ARTIST("artist|artist name|artist name(s)|artists|artistname|creator"),
    ALBUM("album|album name|release|release name|albumname"),
    TIME(
        "uts|time|timestamp|date|played at|listened at|utc time|played|datetime|scrobbled at"
            + "|date played|listened"),
    SECONDS("length|duration|seconds"),
    MILLISECONDS("duration (ms)|duration ms|length ms|track duration (ms)"),
    MBID("track mbid|mbid|recording mbid"),
    PLACE("track uri|spotify uri|uri|spotify track uri|url|location"),
    ADDED("added at|date added");

    private final String headings;

    Role(String headings) {
      this.headings = headings;
    }

    private Stream<String> headings() {
      return Splitter.on('|').splitToStream(headings);
    }
  }

  /// The columns of these headings; empty if they do not name songs.
  static Optional<Columns> of(List<String> headings, Source source) {
    List<String> plain = headings.stream().map(Columns::plain).toList();
    Map<Role, Integer> places = new HashMap<>();
    for (Role role : Role.values()) {
      role.headings()
          .filter(plain::contains)
          .findFirst()
          .ifPresent(heading -> places.put(role, plain.indexOf(heading)));
    }
    for (int i = 0; i < plain.size(); i++) {
      if (plain.get(i).startsWith("date#")) {
        places.put(Role.TIME, i);
      }
    }
    return complete(places, source);
  }

  /// The columns that their owner named.
  static Optional<Columns> of(List<String> headings, CsvMapping mapping) {
    Map<Role, Integer> places = new HashMap<>();
    place(places, Role.TITLE, headings, Optional.of(mapping.title()));
    place(places, Role.ARTIST, headings, Optional.of(mapping.artist()));
    place(places, Role.ALBUM, headings, mapping.album());
    place(places, Role.TIME, headings, mapping.time());
    place(places, Role.SECONDS, headings, mapping.seconds());
    boolean timeMissing = mapping.time().isPresent() && !places.containsKey(Role.TIME);
    return timeMissing ? Optional.empty() : complete(places, Source.CSV);
  }

  private static void place(
      Map<Role, Integer> places, Role role, List<String> headings, Optional<String> heading) {
    heading.map(headings::indexOf).filter(i -> i >= 0).ifPresent(i -> places.put(role, i));
  }

  private static Optional<Columns> complete(Map<Role, Integer> places, Source source) {
    return places.containsKey(Role.TITLE) && places.containsKey(Role.ARTIST)
        ? Optional.of(new Columns(Map.copyOf(places), source))
        : Optional.empty();
  }

  private static String plain(String heading) {
    return heading.strip().toLowerCase(Locale.ROOT).replace('_', ' ').replace("\ufeff", "");
  }

  /// Whether rows say when they were played.
  boolean tellTime() {
    return places.containsKey(Role.TIME);
  }

  Optional<String> text(List<String> fields, Role role) {
    return Optional.ofNullable(places.get(role))
        .filter(i -> i < fields.size())
        .map(fields::get)
        .filter(text -> !text.isBlank());
  }

  Optional<Song> song(List<String> fields) {
    return Fields.song(text(fields, Role.TITLE), text(fields, Role.ARTIST));
  }

  Optional<Duration> length(List<String> fields) {
    return text(fields, Role.MILLISECONDS)
        .flatMap(Fields::number)
        .map(Duration::ofMillis)
        .or(() -> text(fields, Role.SECONDS).flatMap(Fields::number).map(Duration::ofSeconds))
        .filter(Duration::isPositive);
  }
}
