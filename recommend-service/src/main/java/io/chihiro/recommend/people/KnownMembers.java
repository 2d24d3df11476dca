package io.chihiro.recommend.people;

import io.chihiro.door.Identity;
import io.chihiro.door.Members;
import io.chihiro.events.AccountKept;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Lets in whoever has an account: with a token of theirs, with a session that began with one, or
/// with a token of the provider that the owner trusts. Thread-safe.
public final class KnownMembers implements Members {
  private final Accounts accounts;
  private final Optional<ProviderTokens> provider;
  private final InstantSource clock;

  /// @param provider empty if the owner trusts none
  public KnownMembers(Accounts accounts, Optional<ProviderTokens> provider, InstantSource clock) {
    this.accounts = accounts;
    this.provider = provider;
    this.clock = clock;
  }

  @Override
  public Optional<Identity> byToken(String token) {
    return FreshToken.claim(token)
        .flatMap(claim -> own(claim, token))
        .or(() -> provider.flatMap(trusted -> trusted.user(token)).flatMap(this::provided));
  }

  @Override
  public Optional<Identity> bySession(String user, Instant issued) {
    return accounts
        .find(user)
        // The cookie knows whole seconds.
        .filter(account -> issued.isAfter(account.sessionsSince().minusSeconds(1)))
        .map(account -> identity(account, "session"));
  }

  private Optional<Identity> own(FreshToken.Claim claim, String token) {
    return accounts
        .find(claim.user())
        .filter(
            account ->
                account
                    .token(claim.id())
                    .filter(kept -> FreshToken.lets(kept, token, clock.instant()))
                    .isPresent())
        .map(account -> identity(account, claim.id()));
  }

  private Optional<Identity> provided(String user) {
    return accounts.find(user).map(account -> identity(account, "provider"));
  }

  private static Identity identity(AccountKept account, String pass) {
    Identity.Role role =
        switch (account.role()) {
          case OWNER -> Identity.Role.OWNER;
          case MEMBER -> Identity.Role.MEMBER;
        };
    return new Identity(account.user(), role, pass);
  }
}
