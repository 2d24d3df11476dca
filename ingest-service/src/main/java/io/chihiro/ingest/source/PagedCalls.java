package io.chihiro.ingest.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.chihiro.ingest.source.Outcome.Failed;
import io.chihiro.ingest.source.Outcome.Got;
import io.chihiro.ingest.source.Trouble.LockedOut;
import io.chihiro.ingest.source.Trouble.Unwell;
import io.chihiro.ingest.web.Reply;
import io.chihiro.ingest.web.Reply.Answered;
import io.chihiro.ingest.web.Reply.Silent;
import io.chihiro.ingest.web.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What every service that speaks JSON means by a reply, before its own words are looked at.
public final class PagedCalls {
  private static final int TOO_MANY = 429;
  private static final int BROKEN = 500;
  private static final Duration LOCK_WITHOUT_A_WORD = Duration.ofMinutes(5);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private PagedCalls() {}

  /// What was told, with the reply it came in.
  public record Told(Answered reply, JsonNode body) {}

  /// The body of an answer, or what is wrong with the reply. A status from 400 to 499 other than
  /// 429 is for the caller to judge.
  public static Outcome<Told> told(LiveSource source, Reply reply, Instant now) {
    return switch (reply) {
      case Silent(String why) -> new Failed<>(new Unwell(source.title() + " " + why + "."));
      case Answered answered when answered.status() == TOO_MANY ->
          new Failed<>(locked(source, RetryAfter.of(answered, now), now));
      case Answered answered when answered.status() >= BROKEN ->
          new Failed<>(new Unwell(source.title() + " is unwell (" + answered.status() + ")."));
      case Answered answered -> parsed(source, answered);
    };
  }

  /// The source wants to be left alone.
  public static Trouble locked(LiveSource source, Optional<Instant> until, Instant now) {
    return new LockedOut(
        until.orElseGet(() -> now.plus(LOCK_WITHOUT_A_WORD)),
        source.title() + " asks to be left alone for a while.");
  }

  private static Outcome<Told> parsed(LiveSource source, Answered answered) {
    try {
      JsonNode body = JSON.readTree(answered.body());
      return body == null || !body.isObject()
          ? new Failed<>(new Unwell(source.title() + " answered with nothing."))
          : new Got<>(new Told(answered, body));
    } catch (JsonProcessingException _) {
      return new Failed<>(new Unwell(source.title() + "'s answer broke off."));
    }
  }
}
