package io.chihiro.recommend;

import io.chihiro.door.Caller;
import io.chihiro.door.Hyphenated;
import io.chihiro.door.Identity;
import io.chihiro.door.RefusedException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;

/// Who is calling, and what lets them in.
@Path("/api/v1/me")
@RunOnVirtualThread
public class MeResource {
  private final Answering answering;
  private final Caller caller;

  public MeResource(Answering answering, Caller caller) {
    this.answering = answering;
    this.caller = caller;
  }

  /// Who is calling.
  ///
  /// @param tokens of the account; the owner of this machine has theirs in a file
  public record Me(String name, String role, List<TokenView> tokens) {}

  @GET
  public Me me() {
    Identity identity = caller.identity();
    List<TokenView> tokens =
        answering.accounts().find(identity.user()).stream()
            .flatMap(account -> account.tokens().stream())
            .map(TokenView::of)
            .toList();
    return new Me(identity.user(), Hyphenated.of(identity.role()), tokens);
  }

  /// A token that nobody else has seen; afterwards the one that was handed over can be taken back.
  @POST
  @Path("/tokens")
  @ResponseStatus(201)
  public TokenShown token(TokenWish wish) {
    String user = member();
    return TokenShown.of(user, answering.accounts().token(user, wish.lifetime()));
  }

  @DELETE
  @Path("/tokens/{id}")
  public void revoke(String id) {
    answering.accounts().revoke(member(), id);
  }

  private String member() {
    if (caller.user().equals(Identity.OWNER)) {
      throw RefusedException.conflict(
          "The token of this machine's owner lies in a file, made by the launcher.");
    }
    return caller.user();
  }
}
