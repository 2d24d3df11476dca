package io.chihiro.ingest.spotify;

import io.chihiro.ingest.source.SetClock;
import io.chihiro.ingest.web.Ask;
import io.chihiro.ingest.web.Reply;
import io.chihiro.ingest.web.Reply.Answered;
import io.chihiro.ingest.web.Web;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Spotify as it was recorded and as its documents say: codes are good once and only with their
/// verifier, access ends after an hour, a login after six months, and fifty plays are told.
final class RecordedSpotify implements Web {
  private static final String NO_BODY = "";
  private static final int MOST = 50;
  private static final Pattern STAMP = Pattern.compile("\"played_at\":\"([^\"]*)\"");

  private final SetClock clock;
  private final List<Item> items = new ArrayList<>();
  private final Deque<Reply> next = new ArrayDeque<>();
  private final List<String> asked = new ArrayList<>();
  private final Map<String, String> challenges = new HashMap<>();
  private final Map<String, String> other = new HashMap<>();
  private final Set<Instant> shown = new TreeSet<>();
  private Instant consentAt = Instant.EPOCH;
  private Instant accessEnds = Instant.EPOCH;
  private Instant lockedUntil = Instant.EPOCH;
  private String player = NO_BODY;
  private String latest = "";
  private int latestEnd = -1;
  private String access = "";
  private String refresh = "";
  private int given;
  private int duringLockOut;
  private int unseen;
  private boolean renewsRefresh;

  /// A play as the list shows it.
  private record Item(String json, Optional<Instant> endedAt) {}

  RecordedSpotify(SetClock clock) {
    this.clock = clock;
  }

  /// The owner says yes at Spotify's page.
  ///
  /// @return the address the browser lands on
  String agree(URI authorize) {
    Map<String, String> query = fields(authorize.getRawQuery());
    String code = "code-" + given++;
    challenges.put(code, query.get("code_challenge") + "|" + query.get("redirect_uri"));
    return query.get("redirect_uri") + "?code=" + code + "&state=" + query.get("state");
  }

  /// A play has ended.
  void played(String item) {
    items.add(new Item(item, stamp(item)));
  }

  /// The last of the plays are not in the list yet.
  void lags(int plays) {
    unseen = plays;
  }

  void plays(String state) {
    player = state;
  }

  void renewsRefreshTokens() {
    renewsRefresh = true;
  }

  /// The access token ends before its hour.
  void endsAccess() {
    access = "ended";
  }

  /// The next answers of the API, before it answers by itself again.
  void answers(Reply... replies) {
    next.addAll(List.of(replies));
  }

  /// From now on it answers 429 for so long.
  void locks(Duration time) {
    lockedUntil = clock.instant().plus(time);
  }

  void has(String path, String body) {
    other.put(path, body);
  }

  /// Paths that were asked for, in order.
  List<String> asked() {
    return asked;
  }

  /// When the plays ended that some list has shown.
  Set<Instant> shown() {
    return shown;
  }

  private static Optional<Instant> stamp(String item) {
    Matcher stamp = STAMP.matcher(item);
    return stamp.find() ? Optional.of(Instant.parse(stamp.group(1))) : Optional.empty();
  }

  int askedDuringLockOut() {
    return duringLockOut;
  }

  String refreshToken() {
    return refresh;
  }

  static Answered answer(int status, String body) {
    return new Answered(status, Map.of(), body);
  }

  @Override
  public Reply ask(Ask ask) {
    String path = ask.address().getPath();
    asked.add(path);
    if (clock.instant().isBefore(lockedUntil)) {
      // The call that meets the lock-out is told of it; those after it should not have come.
      duringLockOut++;
      String left = Long.toString(Duration.between(clock.instant(), lockedUntil).toSeconds());
      return new Answered(429, Map.of("retry-after", left), "API rate limit exceeded");
    }
    if (path.equals("/api/token")) {
      return token(fields(ask.body()));
    }
    if (!next.isEmpty()) {
      return next.removeFirst();
    }
    boolean known = ask.headers().getOrDefault("Authorization", "").equals("Bearer " + access);
    if (!known || !clock.instant().isBefore(accessEnds)) {
      return answer(401, "{\"error\":{\"status\":401,\"message\":\"The access token expired\"}}");
    }
    return content(path, ask);
  }

  private Reply content(String path, Ask ask) {
    return switch (path) {
      case "/v1/me/player/recently-played" -> recent(ask);
      case "/v1/me/player" -> answer(player.isEmpty() ? 204 : 200, player);
      default -> {
        String query = ask.address().getRawQuery();
        String body = other.get(query == null ? path : path + "?" + query);
        yield body == null ? answer(404, "{\"error\":{\"status\":404}}") : answer(200, body);
      }
    };
  }

  private Reply recent(Ask ask) {
    if (ask.address().getRawQuery().contains("after")) {
      return answer(400, "{\"error\":{\"status\":400,\"message\":\"a cursor passes late plays\"}}");
    }
    int end = Math.max(0, items.size() - unseen);
    if (end != latestEnd) {
      latestEnd = end;
      latest = list(items.subList(Math.max(0, end - MOST), end).reversed());
    }
    return answer(200, latest);
  }

  private String list(List<Item> told) {
    told.forEach(item -> item.endedAt().ifPresent(shown::add));
    return told.stream()
        .map(Item::json)
        .collect(Collectors.joining(",", "{\"items\":[", "],\"limit\":50}"));
  }

  private Reply token(Map<String, String> form) {
    if (form.get("client_secret") != null) {
      return answer(400, "{\"error\":\"invalid_request\"}");
    }
    return "authorization_code".equals(form.get("grant_type")) ? exchange(form) : renew(form);
  }

  private Reply exchange(Map<String, String> form) {
    String expected = challenges.remove(form.getOrDefault("code", ""));
    String shown =
        challenge(form.getOrDefault("code_verifier", "")) + "|" + form.get("redirect_uri");
    if (!shown.equals(expected)) {
      return answer(400, "{\"error\":\"invalid_grant\",\"error_description\":\"Invalid code\"}");
    }
    consentAt = clock.instant();
    refresh = "refresh-" + given++;
    return tokens(true);
  }

  private Reply renew(Map<String, String> form) {
    boolean ended = !clock.instant().isBefore(sixMonthsLater());
    if (ended || !refresh.equals(form.get("refresh_token"))) {
      return answer(
          400, "{\"error\":\"invalid_grant\",\"error_description\":\"Refresh token revoked\"}");
    }
    if (renewsRefresh) {
      refresh = "refresh-" + given++;
    }
    return tokens(renewsRefresh);
  }

  private Instant sixMonthsLater() {
    return consentAt.atOffset(ZoneOffset.UTC).plusMonths(6).toInstant();
  }

  private Reply tokens(boolean withRefresh) {
    access = "access-" + given++;
    accessEnds = clock.instant().plusSeconds(3600);
    String more = withRefresh ? ",\"refresh_token\":\"" + refresh + "\"" : "";
    return answer(
        200,
        "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":3600%s}"
            .formatted(access, more));
  }

  private static String challenge(String verifier) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> fields(String encoded) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : encoded.split("&", -1)) {
      int equals = pair.indexOf('=');
      fields.put(
          pair.substring(0, equals),
          URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return fields;
  }
}
