package io.chihiro.ingest.lyrics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.chihiro.ingest.lyrics.Lyrics.Unknown;
import io.chihiro.ingest.web.Ask;
import io.chihiro.ingest.web.Reply;
import io.chihiro.ingest.web.Reply.Answered;
import io.chihiro.ingest.web.Reply.Silent;
import io.chihiro.ingest.web.Web;
import java.net.URI;
import java.util.Map;

/// lyrics.ovh. It is out for weeks at times and then knows nothing, so whatever it does not have is
/// unknown, never absent.
final class LyricsOvh implements LyricsSource {
  private static final String NAME = "lyrics.ovh";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final URI base;
  private final Web web;

  LyricsOvh(URI base, Web web) {
    this.base = base;
    this.web = web;
  }

  @Override
  public Lyrics find(LyricsWanted wanted) throws InterruptedException {
    String path =
        "/v1/" + Ask.encoded(wanted.song().artist()) + "/" + Ask.encoded(wanted.song().title());
    Reply reply = web.ask(Ask.get(Ask.address(base, path, Map.of()), Map.of()));
    return switch (reply) {
      case Silent(String why) -> new Unknown(NAME + " " + why);
      case Answered answered when answered.status() == 200 -> read(answered.body());
      case Answered answered -> new Unknown(NAME + " answered " + answered.status());
    };
  }

  private static Lyrics read(String body) {
    try {
      String text = JSON.readTree(body).path("lyrics").asText("");
      return text.isBlank()
          ? new Unknown(NAME + " answered with nothing")
          : LyricsGate.judge(withoutHead(text), NAME);
    } catch (JsonProcessingException _) {
      return new Unknown(NAME + "'s answer broke off");
    }
  }

  // Some texts begin with a line of the site they were taken from.
  private static String withoutHead(String text) {
    return text.replaceFirst("^Paroles de la chanson .*\\r?\\n", "");
  }
}
