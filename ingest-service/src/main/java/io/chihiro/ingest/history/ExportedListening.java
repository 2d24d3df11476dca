package io.chihiro.ingest.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.chihiro.events.Event;
import io.chihiro.events.ListeningRules;
import io.chihiro.events.PlayCorrected;
import io.chihiro.events.PlaylistKept;
import io.chihiro.events.SongAliased;
import io.chihiro.events.TrackPlayed;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// How this project writes down what was heard: in formats that others read, with all that it knows
/// itself beside them under `chihiro`, so that it comes back the same. Whose it is, is not written.
public final class ExportedListening implements HistoryFormat {
  /// Where our own fields lie, in a listen of ListenBrainz and in a playlist.
  static final String OWN = "chihiro";

  private static final String USER = "user";
  private static final Map<String, Kind<?>> WORDS =
      Map.of(
          "rules", new Kind<>(ListeningRules.class, Word.Rules::new),
          "correction", new Kind<>(PlayCorrected.class, Word.Correction::new),
          "alias", new Kind<>(SongAliased.class, Word.Alias::new));
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModules(new Jdk8Module(), new JavaTimeModule())
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /// A kind of word, and how one is made of its record.
  private record Kind<E extends Event>(Class<E> type, Function<E, Word> word) {
    Optional<Word> read(String user, JsonNode fields) {
      return ExportedListening.read(user, fields, type).map(word);
    }
  }

  /// A play, as a line of ListenBrainz's export.
  public static String play(TrackPlayed play) {
    ObjectNode line = JSON.createObjectNode();
    Duration heard = Duration.ofMillis(play.msPlayed());
    line.put("listened_at", play.endedAt().minus(heard).getEpochSecond());
    ObjectNode track = line.putObject("track_metadata");
    track.put("track_name", play.song().title());
    track.put("artist_name", play.song().artist());
    play.album().ifPresent(album -> track.put("release_name", album));
    ObjectNode more = track.putObject("additional_info");
    more.put("duration_played", heard.toSeconds());
    play.spotifyUri().ifPresent(uri -> more.put("spotify_id", uri));
    Optional.ofNullable(play.ids().get("isrc")).ifPresent(isrc -> more.put("isrc", isrc));
    Optional.ofNullable(play.ids().get("mbid")).ifPresent(id -> more.put("recording_mbid", id));
    more.set(OWN, own(play));
    return line.toString();
  }

  /// What the owner says of plays and songs, as a line.
  public static String said(Event word) {
    ObjectNode line = own(word);
    WORDS.entrySet().stream()
        .filter(each -> each.getValue().type().isInstance(word))
        .forEach(each -> line.put(OWN, each.getKey()));
    return line.toString();
  }

  /// A playlist, as JSPF.
  public static String playlist(PlaylistKept list) {
    ObjectNode file = JSON.createObjectNode();
    ObjectNode written = file.putObject("playlist");
    written.put("title", list.name());
    // Before the tracks: whoever reads them may have to know where they come from.
    written.put("annotation", OWN + " " + list.source());
    var tracks = written.putArray("track");
    for (PlaylistKept.Entry entry : list.entries()) {
      ObjectNode track = tracks.addObject();
      track.put("title", entry.song().title());
      track.put("creator", entry.song().artist());
      entry.place().ifPresent(place -> track.put("identifier", place));
    }
    return file.toString();
  }

  /// Where a playlist comes from that was written here.
  static Optional<PlaylistKept.Source> source(String annotation) {
    return Stream.of(PlaylistKept.Source.values())
        .filter(source -> annotation.equals(OWN + " " + source))
        .findFirst();
  }

  /// The play in a line that was written here; empty if it was not, or is broken.
  static Optional<TrackPlayed> play(String user, JsonNode more) {
    return read(user, more.path(OWN), TrackPlayed.class);
  }

  @Override
  public boolean recognises(JsonNode row) {
    return WORDS.containsKey(row.path(OWN).asText());
  }

  @Override
  public Row read(Listener listener, JsonNode row) {
    return Optional.ofNullable(WORDS.get(row.path(OWN).asText()))
        .flatMap(kind -> kind.read(listener.user(), row))
        .<Row>map(Row.Said::new)
        .orElseGet(() -> new Row.Dropped(Row.Reason.BROKEN_ROW));
  }

  private static ObjectNode own(Event record) {
    ObjectNode fields = JSON.valueToTree(record);
    fields.remove(USER);
    return fields;
  }

  private static <E> Optional<E> read(String user, JsonNode fields, Class<E> type) {
    if (!(fields instanceof ObjectNode known)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.treeToValue(known.deepCopy().put(USER, user), type));
    } catch (JsonProcessingException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
