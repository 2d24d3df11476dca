package io.chihiro.recommend;

import io.chihiro.door.Caller;
import io.chihiro.door.Hyphenated;
import io.chihiro.door.RefusedException;
import io.chihiro.events.AccountKept;
import io.chihiro.events.AccountKept.Role;
import io.chihiro.events.Erasure;
import io.chihiro.events.Erasure.Kind;
import io.chihiro.events.Erasure.Scope;
import io.chihiro.events.Erasure.Subject;
import io.chihiro.recommend.people.Accounts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// The accounts, for whoever looks after the system. Nothing here shows anybody's life, but a token
/// that is made here opens one: its holder can see who had it made.
@Path("/api/v1/users")
@RunOnVirtualThread
public class UsersResource {
  private final Answering answering;
  private final Caller caller;
  private final InstantSource clock;

  public UsersResource(Answering answering, Caller caller, InstantSource clock) {
    this.answering = answering;
    this.caller = caller;
    this.clock = clock;
  }

  /// Somebody to let in.
  ///
  /// @param role `member` if none is given
  /// @param days how long the first token is good
  public record Wish(@Nullable String name, @Nullable String role, @Nullable Integer days) {}

  /// An account.
  public record UserView(String name, String role, Instant createdAt, List<TokenView> tokens) {
    static UserView of(AccountKept account) {
      return new UserView(
          account.user(),
          Hyphenated.of(account.role()),
          account.createdAt(),
          account.tokens().stream().map(TokenView::of).toList());
    }
  }

  /// All of them.
  public record UserList(List<UserView> users) {}

  @GET
  public UserList users() {
    return new UserList(accounts().all().stream().map(UserView::of).toList());
  }

  /// Makes an account and its first token.
  @POST
  @ResponseStatus(201)
  public TokenShown add(Wish wish) {
    Accounts accounts = accounts();
    Duration lifetime = new TokenWish(wish.days()).lifetime();
    if (answering.erasures().isGoing(name(wish))) {
      throw RefusedException.conflict("Somebody of that name is still being forgotten.");
    }
    AccountKept account = accounts.add(name(wish), role(wish));
    return TokenShown.of(
        account.user(), accounts.tokenFor(account.user(), lifetime, caller.user()));
  }

  /// Makes a token for somebody who has none that is good.
  @POST
  @Path("/{name}/tokens")
  @ResponseStatus(201)
  public TokenShown token(String name, TokenWish wish) {
    return TokenShown.of(name, accounts().tokenFor(name, wish.lifetime(), caller.user()));
  }

  @DELETE
  @Path("/{name}/tokens/{id}")
  public void revoke(String name, String id) {
    accounts().revoke(name, id);
  }

  /// Takes back all tokens and ends all sessions.
  @DELETE
  @Path("/{name}/tokens")
  public void revokeAll(String name) {
    accounts().revokeAll(name);
  }

  /// Closes an account and forgets all there is of its holder; answers with the receipt.
  @DELETE
  @Path("/{name}")
  @ResponseStatus(202)
  public Receipt remove(String name) {
    AccountKept account = accounts().of(name);
    Subject everything = new Subject(Kind.EVERYTHING, "", true);
    Erasure begun =
        answering.erasures().begin(account.user(), everything, Scope.NONE, clock.instant());
    accounts().remove(account.user());
    return Receipt.of(begun);
  }

  private Accounts accounts() {
    caller.mustManage();
    return answering.accounts();
  }

  private static String name(Wish wish) {
    return Optional.ofNullable(wish.name())
        .map(String::strip)
        .orElseThrow(() -> RefusedException.wrongCall("The field \"name\" is missing."));
  }

  private static Role role(Wish wish) {
    String word = Optional.ofNullable(wish.role()).orElse("member");
    return Stream.of(Role.values())
        .filter(role -> Hyphenated.of(role).equals(word))
        .findFirst()
        .orElseThrow(() -> RefusedException.wrongCall("The field \"role\" is member or owner."));
  }
}
