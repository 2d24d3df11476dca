package io.chihiro.recommend.people;

import io.chihiro.door.Identity;
import io.chihiro.door.Members;
import io.chihiro.door.PageSession;
import io.chihiro.events.AccountKept;
import io.chihiro.recommend.people.ProviderTokens.Vouched;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/// Lets in whoever has an account: with a token of theirs, with a session that began with one, or
/// with a token of the provider that the owner trusts. Thread-safe.
public final class KnownMembers implements Members {
  /// A session that began with a provider's token cannot ask whether that is still good; it lasts a
  /// day's use.
  static final Duration PROVIDED = Duration.ofHours(12);

  private static final String PROVIDER = "provider";

  private final Accounts accounts;
  private final Function<String, Optional<Vouched>> provider;
  private final InstantSource clock;

  /// Whoever has an account.
  ///
  /// @param provider for whom a token of theirs vouches; for nobody if the owner trusts none
  public KnownMembers(
      Accounts accounts, Function<String, Optional<Vouched>> provider, InstantSource clock) {
    this.accounts = accounts;
    this.provider = provider;
    this.clock = clock;
  }

  @Override
  public Optional<Identity> byToken(String token) {
    return FreshToken.claim(token)
        .flatMap(claim -> own(claim, token))
        .or(() -> provider.apply(token).flatMap(this::provided));
  }

  @Override
  public Optional<Identity> bySession(PageSession.Begun session) {
    return accounts
        .find(session.user())
        .filter(account -> goesOn(account, session, clock.instant()))
        .map(account -> identity(account, Identity.SESSION));
  }

  static boolean goesOn(AccountKept account, PageSession.Begun session, Instant now) {
    // The cookie knows whole seconds.
    if (!session.issued().isAfter(account.sessionsSince().minusSeconds(1))) {
      return false;
    }
    return session.pass().equals(PROVIDER)
        ? now.isBefore(session.issued().plus(PROVIDED))
        : account
            .token(session.pass())
            .filter(token -> now.isBefore(token.expiresAt()))
            .isPresent();
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

  // A name at the provider may pass to somebody else; what it is known by there does not.
  private Optional<Identity> provided(Vouched somebody) {
    return accounts
        .find(somebody.name())
        .filter(
            account ->
                account
                    .holder()
                    .orElseGet(() -> accounts.hold(account.user(), somebody.holder()))
                    .equals(somebody.holder()))
        .map(account -> identity(account, PROVIDER));
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
