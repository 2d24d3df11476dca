package io.chihiro.ingest.lyrics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.chihiro.events.Song;
import io.chihiro.ingest.lyrics.Lyrics.Absent;
import io.chihiro.ingest.lyrics.Lyrics.Unknown;
import io.chihiro.ingest.web.Ask;
import io.chihiro.ingest.web.Reply;
import io.chihiro.ingest.web.Reply.Answered;
import io.chihiro.ingest.web.Reply.Silent;
import io.chihiro.ingest.web.Web;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// LRCLIB's search: no key, and lengths that tell versions apart (two seconds either way).
final class LrcLib implements LyricsSource {
  private static final String NAME = "LRCLIB";
  private static final Duration TOLERANCE = Duration.ofSeconds(2);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final URI base;
  private final Web web;

  LrcLib(URI base, Web web) {
    this.base = base;
    this.web = web;
  }

  @Override
  public Lyrics find(LyricsWanted wanted) throws InterruptedException {
    Map<String, String> query =
        Map.of("track_name", wanted.song().title(), "artist_name", wanted.song().artist());
    Reply reply = web.ask(Ask.get(Ask.address(base, "/api/search", query), Map.of()));
    return switch (reply) {
      case Silent(String why) -> new Unknown(NAME + " " + why);
      case Answered answered when answered.status() == 200 -> read(answered.body(), wanted);
      case Answered answered -> new Unknown(NAME + " answered " + answered.status());
    };
  }

  private static Lyrics read(String body, LyricsWanted wanted) {
    try {
      JsonNode results = JSON.readTree(body);
      if (!results.isArray()) {
        return new Unknown(NAME + " answered with something else");
      }
      Optional<JsonNode> match =
          StreamSupport.stream(results.spliterator(), false)
              .filter(each -> isIt(each, wanted))
              .findFirst();
      return match.map(LrcLib::lyrics).orElseGet(() -> new Absent("not at " + NAME));
    } catch (JsonProcessingException _) {
      return new Unknown(NAME + "'s answer broke off");
    }
  }

  private static boolean isIt(JsonNode result, LyricsWanted wanted) {
    String title = result.path("trackName").asText("");
    String artist = result.path("artistName").asText("");
    if (title.isBlank() || artist.isBlank()) {
      return false;
    }
    boolean named = new Song(title, artist).identity().equals(wanted.song().identity());
    return named && wanted.length().map(length -> fits(result, length)).orElse(true);
  }

  private static boolean fits(JsonNode result, Duration length) {
    Duration theirs = Duration.ofMillis((long) (result.path("duration").asDouble() * 1_000));
    return theirs.minus(length).abs().compareTo(TOLERANCE) <= 0;
  }

  private static Lyrics lyrics(JsonNode result) {
    if (result.path("instrumental").asBoolean(false)) {
      return new Absent("instrumental");
    }
    String plain = result.path("plainLyrics").asText("");
    String text =
        plain.isBlank() ? LyricsText.ofFile(result.path("syncedLyrics").asText("")) : plain;
    return LyricsGate.judge(text, NAME);
  }
}
