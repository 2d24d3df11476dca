package io.chihiro.ingest.lastfm;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.ingest.source.Account;
import io.chihiro.ingest.source.Listen;
import io.chihiro.ingest.source.LiveSource;
import io.chihiro.ingest.source.Outcome;
import io.chihiro.ingest.source.Outcome.Failed;
import io.chihiro.ingest.source.Outcome.Got;
import io.chihiro.ingest.source.PagedCalls;
import io.chihiro.ingest.source.PagedCalls.Told;
import io.chihiro.ingest.source.PagedHistory;
import io.chihiro.ingest.source.Trouble;
import io.chihiro.ingest.source.Trouble.Refused;
import io.chihiro.ingest.source.Trouble.Unwell;
import io.chihiro.ingest.web.Ask;
import io.chihiro.ingest.web.Web;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `user.getRecentTracks`, two hundred a page. Pages are cut by time and not by number, because
/// every new listen moves all numbers.
public final class LastFm implements PagedHistory {
  private static final String PAGE = "200";
  // Five calls a second are allowed; a life is read in minutes at two.
  private static final Duration BETWEEN = Duration.ofMillis(500);

  private final URI base;
  private final Web web;
  private final InstantSource clock;

  /// Last.fm at an address.
  public LastFm(URI base, Web web, InstantSource clock) {
    this.base = base;
    this.web = web;
    this.clock = clock;
  }

  @Override
  public Outcome<Page> page(Account account, Instant from, Instant to) throws InterruptedException {
    Map<String, String> query = new HashMap<>(Map.of("limit", PAGE, "extended", "0"));
    query.put("from", Long.toString(Math.max(1, from.getEpochSecond())));
    // Whether the end belongs to the stretch is not written anywhere: take it out here.
    query.put("to", Long.toString(to.getEpochSecond()));
    return ask(account, "user.getRecentTracks", query).map(told -> page(account, told, to));
  }

  /// One page of the tracks somebody loves.
  ///
  /// @param number from 1
  public Outcome<LovedTracks> loved(Account account, int number) throws InterruptedException {
    Map<String, String> query = Map.of("limit", PAGE, "page", Integer.toString(number));
    return ask(account, "user.getLovedTracks", query).map(LovedTracks::read);
  }

  private Outcome<JsonNode> ask(Account account, String method, Map<String, String> more)
      throws InterruptedException {
    Map<String, String> query = new HashMap<>(more);
    query.putAll(
        Map.of(
            "method",
            method,
            "user",
            account.name(),
            "api_key",
            account.secret(),
            "format",
            "json"));
    Ask ask = Ask.get(Ask.address(base, "/2.0/", query), Map.of());
    Instant now = clock.instant();
    return PagedCalls.told(LiveSource.LASTFM, web.ask(ask), now).then(told -> judged(told, now));
  }

  private static Outcome<JsonNode> judged(Told told, Instant now) {
    int error = told.body().path("error").asInt(0);
    if (error == 0 && told.reply().status() < 400) {
      return new Got<>(told.body());
    }
    return new Failed<>(trouble(error, now));
  }

  private static Trouble trouble(int error, Instant now) {
    return switch (error) {
      case 6 -> new Refused("Last.fm does not know this user.");
      case 10, 26 -> new Refused("Last.fm does not take this API key.");
      case 17 ->
          new Refused(
              "Last.fm keeps these listens private: allow them in its privacy settings, or import a"
                  + " file.");
      case 29 -> PagedCalls.locked(LiveSource.LASTFM, Optional.empty(), now);
      default -> new Unwell("Last.fm is unwell (error " + error + ").");
    };
  }

  private Page page(Account account, JsonNode body, Instant to) {
    JsonNode recent = body.path("recenttracks");
    List<Listen> listens =
        RecentTracks.read(account.user(), recent).stream()
            .filter(each -> each.at().isBefore(to))
            .toList();
    boolean last = recent.path("@attr").path("totalPages").asInt(2) <= 1;
    return new Page(listens, last, clock.instant().plus(BETWEEN));
  }
}
