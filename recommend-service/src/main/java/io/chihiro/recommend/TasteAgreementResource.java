package io.chihiro.recommend;

import io.chihiro.door.Caller;
import io.chihiro.door.RefusedException;
import io.chihiro.events.TasteAgreed;
import io.chihiro.models.tastes.SharedTastes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Whether the caller lets others be answered from what they took to. Nobody says so for another.
@Path("/api/v1/songs/for-you/agreement")
@RunOnVirtualThread
public class TasteAgreementResource {
  private final Answering answering;
  private final AskToForget others;
  private final InstantSource clock;
  private final Caller caller;

  public TasteAgreementResource(
      Answering answering, AskToForget others, InstantSource clock, Caller caller) {
    this.answering = answering;
    this.others = others;
    this.clock = clock;
    this.caller = caller;
  }

  /// Where somebody stands.
  ///
  /// @param since when they agreed, if they do
  /// @param people who agree, by number alone
  /// @param needed people before anything is learned
  /// @param answering the version that answers, if one does
  /// @param missing why none does, if none does
  public record View(
      boolean agreed,
      Optional<Instant> since,
      int people,
      int needed,
      Optional<String> answering,
      Optional<String> missing) {}

  @GET
  public View agreement() {
    Optional<Instant> since = answering.agreements().of(caller.user()).map(TasteAgreed::agreedAt);
    int people = answering.agreements().count();
    Optional<String> version = answering.tastes().serving().map(ServedVersion.Opened::version);
    return new View(
        since.isPresent(),
        since,
        people,
        SharedTastes.FEWEST_PEOPLE,
        version,
        version.isPresent() ? Optional.empty() : Optional.of(answering.tastes().nothing(people)));
  }

  /// The caller agrees, until they withdraw.
  @PUT
  public View agree() throws InterruptedException {
    answering.agreements().agree(caller.user(), clock.instant());
    return agreement();
  }

  /// The caller withdraws: when this returns, no version answers that was made with them.
  @DELETE
  public View withdraw() throws InterruptedException {
    answering.agreements().withdraw(caller.user());
    try {
      others.withdrawn(caller.user());
    } catch (RefusedException e) {
      throw RefusedException.notNow(
          "Nobody learns from you for others any more; what was learned before goes as soon as"
              + " training-service can be asked. "
              + e.detail());
    }
    answering.awaitModels();
    return agreement();
  }
}
