package io.chihiro.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chihiro.door.Caller;
import io.chihiro.door.RefusedException;
import io.chihiro.events.ListeningRules;
import io.chihiro.events.Topics;
import io.chihiro.ingest.listening.LocalDays;
import io.chihiro.ingest.listening.PlayRules;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.LocalTime;
import java.util.Optional;

/// What counts as listening, and on which day it falls. A change is worked out over all history
/// from what is kept; nothing has to be imported again.
@Path("/api/v1/plays/rules")
@RunOnVirtualThread
public class RulesResource {
  private static final String API_PLAYS_RULE =
      "Spotify's developer policy (III.14) does not allow to train models on what its API gave."
          + " Plays that only the API told teach models nothing unless you switch this on; what an"
          + " export, Last.fm or ListenBrainz told as well is not concerned.";

  private final ListeningView view;
  private final SayWord words;
  private final Caller caller;

  public RulesResource(ListeningView view, SayWord words, Caller caller) {
    this.view = view;
    this.words = words;
    this.caller = caller;
  }

  /// Somebody's own rules; what is absent is as the installation has it.
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record OwnRules(
      Optional<String> zones,
      Optional<LocalTime> dayEndsAt,
      Optional<Boolean> followsCountry,
      Optional<Integer> shortestPlaySeconds,
      Optional<Boolean> skipsCount,
      Optional<Boolean> secretCounts,
      Optional<Integer> playsPerDay,
      Optional<Boolean> apiPlaysTeach) {
    static OwnRules of(ListeningRules said) {
      return new OwnRules(
          said.zones(),
          said.dayEndsAt(),
          said.followsCountry(),
          said.shortestPlaySeconds(),
          said.skipsCount(),
          said.secretCounts(),
          said.playsPerDay(),
          said.apiPlaysTeach());
    }

    ListeningRules of(String user) {
      return new ListeningRules(
          user,
          zones,
          dayEndsAt,
          followsCountry,
          shortestPlaySeconds,
          skipsCount,
          secretCounts,
          playsPerDay,
          apiPlaysTeach);
    }
  }

  /// The rules that hold now.
  ///
  /// @param zones as they are written, see [LocalDays]
  /// @param apiPlaysRule what stands against `apiPlaysTeach`
  /// @param own those of them that the caller set
  public record Rules(
      String zones,
      LocalTime dayEndsAt,
      boolean followsCountry,
      long shortestPlaySeconds,
      boolean skipsCount,
      boolean secretCounts,
      int playsPerDay,
      boolean apiPlaysTeach,
      String apiPlaysRule,
      OwnRules own) {
    static Rules of(PlayRules rules, OwnRules own) {
      return new Rules(
          rules.days().written(),
          rules.days().endsAt(),
          rules.days().followsCountry(),
          rules.shortest().toSeconds(),
          rules.skipsCount(),
          rules.secretCounts(),
          rules.playsPerDay(),
          rules.apiPlaysTeach(),
          API_PLAYS_RULE,
          own);
    }
  }

  @GET
  public Rules rules() {
    return Rules.of(view.word(caller.user()).rules(), OwnRules.of(view.ownRules(caller.user())));
  }

  /// Sets all rules of the caller at once, `own` of what [#rules] answers; days follow within
  /// seconds.
  @PUT
  public Rules set(OwnRules own) throws InterruptedException {
    ListeningRules rules = checked(own);
    words.say(Topics.LISTENING_RULES, rules.key(), rules);
    return rules();
  }

  private ListeningRules checked(OwnRules own) {
    try {
      own.zones().ifPresent(LocalDays::parse);
      return own.of(caller.user());
    } catch (IllegalArgumentException e) {
      throw RefusedException.wrongCall("These rules cannot hold: " + e.getMessage() + ".");
    }
  }
}
