package io.chihiro.recommend;

import io.chihiro.door.Caller;
import io.chihiro.door.Hyphenated;
import io.chihiro.door.RefusedException;
import io.chihiro.events.Erasure.Kind;
import io.chihiro.events.Erasure.Scope;
import io.chihiro.events.Erasure.Subject;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Forgetting: an entry, a notebook, a day or everything; the answer is a receipt that fills up as
/// each place confirms.
@Path("/api/v1/erasures")
@RunOnVirtualThread
public class ErasuresResource {
  private final Answering answering;
  private final AskToForget others;
  private final Caller caller;
  private final InstantSource clock;

  public ErasuresResource(
      Answering answering, AskToForget others, Caller caller, InstantSource clock) {
    this.answering = answering;
    this.others = others;
    this.caller = caller;
    this.clock = clock;
  }

  /// What shall be forgotten.
  ///
  /// @param what `entry`, `notebook`, `day` or `everything`
  /// @param name the entry's id, the notebook's folder, or the date
  /// @param originals whether files go that their owner put into the watched folder
  /// @param confirm the caller's own name, before everything goes
  public record Wish(
      @Nullable String what,
      @Nullable String name,
      @Nullable Boolean originals,
      @Nullable String confirm) {}

  /// How much of the journal belongs to it.
  public record Preview(int entries, int pages, int days) {}

  /// Some of them, the latest first.
  public record ReceiptList(List<Receipt> erasures) {}

  /// What would be forgotten; nothing is.
  @POST
  @Path("/preview")
  public Preview preview(Wish wish) throws InterruptedException {
    Scope scope = others.scope(caller.user(), subject(wish));
    return new Preview(scope.entries().size(), scope.pages().size(), scope.days().size());
  }

  /// Begins to forget; what was asked for goes on over restarts until all have confirmed.
  @POST
  @ResponseStatus(202)
  public Receipt forget(Wish wish) throws InterruptedException {
    Subject subject = subject(wish);
    if (subject.kind() == Kind.EVERYTHING && !caller.user().equals(wish.confirm())) {
      throw RefusedException.wrongCall(
          "Everything goes for good: say so with \"confirm\": \"" + caller.user() + "\".");
    }
    Scope scope =
        subject.kind() == Kind.EVERYTHING ? Scope.NONE : others.scope(caller.user(), subject);
    return Receipt.of(answering.erasures().begin(caller.user(), subject, scope, clock.instant()));
  }

  /// The caller's receipts; an owner may ask for those of somebody who has gone.
  @GET
  public ReceiptList all(@RestQuery @Nullable String user) {
    return new ReceiptList(answering.erasures().of(whose(user)).stream().map(Receipt::of).toList());
  }

  @GET
  @Path("/{id}")
  public Receipt one(@RestPath String id, @RestQuery @Nullable String user) {
    return answering
        .erasures()
        .find(whose(user), id)
        .map(Receipt::of)
        .orElseThrow(() -> RefusedException.notFound("There is no receipt of this id."));
  }

  private String whose(@Nullable String user) {
    if (user == null || user.equals(caller.user())) {
      return caller.user();
    }
    caller.mustManage();
    if (answering.accounts().find(user).isPresent()) {
      throw RefusedException.forbidden("These receipts are for " + user + " alone.");
    }
    return user;
  }

  private static Subject subject(Wish wish) {
    Kind kind = kind(wish.what());
    String name = Optional.ofNullable(wish.name()).map(String::strip).orElse("");
    if (kind != Kind.EVERYTHING && name.isEmpty() && kind != Kind.NOTEBOOK) {
      throw RefusedException.wrongCall(
          "The field \"name\" is missing: an entry's id, a notebook's folder, or a date.");
    }
    return new Subject(kind, name, Boolean.TRUE.equals(wish.originals()));
  }

  private static Kind kind(@Nullable String what) {
    return Stream.of(Kind.values())
        .filter(kind -> Hyphenated.of(kind).equals(what))
        .findFirst()
        .orElseThrow(
            () ->
                RefusedException.wrongCall(
                    "The field \"what\" must be one of: "
                        + Stream.of(Kind.values())
                            .map(Hyphenated::of)
                            .collect(Collectors.joining(", "))));
  }
}
