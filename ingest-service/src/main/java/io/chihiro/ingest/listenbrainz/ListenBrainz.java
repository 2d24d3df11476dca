package io.chihiro.ingest.listenbrainz;

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
import io.chihiro.ingest.source.Trouble.Refused;
import io.chihiro.ingest.web.Ask;
import io.chihiro.ingest.web.Reply.Answered;
import io.chihiro.ingest.web.Web;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// `GET /1/user/{name}/listens`, a thousand a page. Only `max_ts` is used: the other end is watched
/// here, so that nothing depends on both being taken at once.
public final class ListenBrainz implements PagedHistory {
  private static final int MOST = 1_000;

  private final URI base;
  private final Web web;
  private final InstantSource clock;

  /// ListenBrainz at an address.
  public ListenBrainz(URI base, Web web, InstantSource clock) {
    this.base = base;
    this.web = web;
    this.clock = clock;
  }

  @Override
  public Outcome<Page> page(Account account, Instant from, Instant to) throws InterruptedException {
    URI address =
        Ask.address(
            base,
            "/1/user/" + Ask.encoded(account.name()) + "/listens",
            Map.of("count", Integer.toString(MOST), "max_ts", Long.toString(to.getEpochSecond())));
    Map<String, String> headers =
        account.secret().isEmpty()
            ? Map.of()
            : Map.of("Authorization", "Token " + account.secret());
    return PagedCalls.told(
            LiveSource.LISTENBRAINZ, web.ask(Ask.get(address, headers)), clock.instant())
        .then(ListenBrainz::judged)
        .map(told -> page(account, told, from, to));
  }

  private static Outcome<Told> judged(Told told) {
    int status = told.reply().status();
    return status < 400 ? new Got<>(told) : new Failed<>(new Refused(no(status)));
  }

  private static String no(int status) {
    return switch (status) {
      case 401, 403 -> "ListenBrainz does not take this token.";
      case 404 -> "ListenBrainz does not know this user.";
      default -> "ListenBrainz does not answer this call (" + status + ").";
    };
  }

  private Page page(Account account, Told told, Instant from, Instant to) {
    JsonNode payload = told.body().path("payload");
    List<Listen> all = Listens.read(account.user(), payload.path("listens"));
    List<Listen> inside =
        all.stream().filter(each -> !each.at().isBefore(from) && each.at().isBefore(to)).toList();
    boolean beyond = all.stream().anyMatch(each -> each.at().isBefore(from));
    return new Page(inside, all.isEmpty() || beyond, notBefore(told.reply()));
  }

  private Instant notBefore(Answered reply) {
    Instant now = clock.instant();
    boolean none = number(reply, "x-ratelimit-remaining", 1) == 0;
    return none ? now.plusSeconds(number(reply, "x-ratelimit-reset-in", 10)) : now;
  }

  private static long number(Answered reply, String header, long otherwise) {
    return reply
        .header(header)
        .filter(value -> value.matches("\\d{1,9}"))
        .map(Long::parseLong)
        .orElse(otherwise);
  }
}
