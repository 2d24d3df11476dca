package io.chihiro.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Somebody who may come in: who they are, and what lets them in. Tokens themselves are known to
/// nobody but those who hold them.
///
/// @param user their name, the first part of every key of theirs
/// @param role what they may do beside looking at their own life
/// @param createdAt when the account was made
/// @param sessionsSince a session of the page that began before this is not let in any more
/// @param tokens that have not been taken back
/// @param holder whom a provider has vouched for at the first login; nobody else comes in by that
///     name
public record AccountKept(
    String user,
    Role role,
    Instant createdAt,
    Instant sessionsSince,
    List<AccessToken> tokens,
    Optional<Holder> holder)
    implements Event {

  /// What somebody may do beside looking at their own life.
  public enum Role {
    /// Looks after the system and its accounts.
    OWNER,
    /// Nothing else.
    MEMBER
  }

  /// Somebody as a provider of OpenID Connect knows them, whatever they call themselves there.
  ///
  /// @param issuer of the provider's tokens
  /// @param subject who it is, for ever
  public record Holder(String issuer, String subject) {
    public Holder {
      issuer = Check.text("issuer", issuer);
      subject = Check.text("subject", subject);
    }
  }

  /// What lets somebody in.
  ///
  /// @param id names it where it must not be shown
  /// @param sha256 of the token, in hex
  /// @param createdAt when it was made
  /// @param expiresAt from when on it lets nobody in
  /// @param madeBy who had it made and saw it; empty if that was not kept yet
  public record AccessToken(
      String id, String sha256, Instant createdAt, Instant expiresAt, Optional<String> madeBy) {
    public AccessToken {
      id = Check.text("id", id);
      sha256 = Check.text("sha256", sha256);
      Check.require(createdAt != null, "createdAt must be given");
      Check.require(expiresAt != null, "expiresAt must be given");
    }
  }

  public AccountKept {
    user = Check.user(user);
    Check.require(role != null, "role must be given");
    Check.require(createdAt != null, "createdAt must be given");
    sessionsSince = sessionsSince == null ? createdAt : sessionsSince;
    tokens = Absent.toEmpty(tokens);
  }

  /// `user/account`.
  public String key() {
    return keyOf(user);
  }

  /// The key of a user's account.
  public static String keyOf(String user) {
    return Keys.of(user, "account");
  }

  /// The token of an id.
  public Optional<AccessToken> token(String id) {
    return tokens.stream().filter(token -> token.id().equals(id)).findFirst();
  }

  /// Whether some token of it lets somebody in.
  public boolean opens(Instant now) {
    return tokens.stream().anyMatch(token -> now.isBefore(token.expiresAt()));
  }

  /// The same account with other tokens.
  public AccountKept with(List<AccessToken> others) {
    return new AccountKept(user, role, createdAt, sessionsSince, others, holder);
  }

  /// The same account, whose sessions have ended.
  public AccountKept withSessionsSince(Instant since) {
    return new AccountKept(user, role, createdAt, since, tokens, holder);
  }

  /// The same account, which one person at a provider holds from now on.
  public AccountKept heldBy(Holder somebody) {
    return new AccountKept(user, role, createdAt, sessionsSince, tokens, Optional.of(somebody));
  }
}
