package io.chihiro.recommend.people;

import io.chihiro.door.Identity;
import io.chihiro.door.RefusedException;
import io.chihiro.events.AccountKept;
import io.chihiro.events.AccountKept.AccessToken;
import io.chihiro.events.AccountKept.Holder;
import io.chihiro.events.AccountKept.Role;
import io.chihiro.events.EventWriter;
import io.chihiro.events.TopicTable;
import io.chihiro.events.Topics;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `ACCOUNTS`, whose only writer this service is: a change is safe when the call returns, and every
/// copy of the service knows it within a moment. Each change is made to what every copy has written
/// before it. Thread-safe.
public final class Accounts implements AutoCloseable {
  private static final int MOST_TOKENS = 20;

  private final EventWriter writer;
  private final TopicTable<AccountKept> table;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  /// Accounts that are still unknown; [#start] reads them.
  public Accounts(String broker, EventWriter writer, InstantSource clock) {
    this.writer = writer;
    this.clock = clock;
    this.table = new TopicTable<>(broker, "recommend-accounts", Topics.ACCOUNTS, (_, _) -> {});
  }

  /// Begins to read.
  public void start() {
    var _ = table.start();
  }

  /// Everybody, by name.
  public List<AccountKept> all() {
    return List.copyOf(whole().all().values());
  }

  /// An account.
  ///
  /// @throws RefusedException if there is none
  public AccountKept of(String user) {
    return find(user)
        .orElseThrow(() -> RefusedException.notFound("There is nobody of that name here."));
  }

  /// An account that may not be there.
  public Optional<AccountKept> find(String user) {
    return Identity.isName(user) ? whole().get(AccountKept.keyOf(user)) : Optional.empty();
  }

  /// Makes an account without a token.
  ///
  /// @throws RefusedException if the name is taken, or is none
  public synchronized AccountKept add(String user, Role role) {
    if (!Identity.isName(user)) {
      throw RefusedException.wrongCall(
          "A name has small letters, digits and hyphens, begins with a letter, and has at most 32.");
    }
    awaitOthers();
    if (user.equals(Identity.OWNER) || find(user).isPresent()) {
      throw RefusedException.conflict("There is somebody of that name already.");
    }
    Instant now = clock.instant();
    return keep(new AccountKept(user, role, now, now, List.of(), Optional.empty()));
  }

  /// Makes a token for whoever asks for it; it is shown here and never again.
  ///
  /// @throws RefusedException if there is no such account, or it has too many
  public synchronized FreshToken token(String user, Duration lifetime) {
    return fresh(now(user), lifetime, user);
  }

  /// Makes a token for somebody else. It opens their life to whoever sees it, so nobody gets one
  /// while they hold one that is good: they would not notice.
  ///
  /// @throws RefusedException if there is no such account, or some token of it is good
  public synchronized FreshToken tokenFor(String user, Duration lifetime, String by) {
    AccountKept account = now(user);
    if (account.opens(clock.instant())) {
      throw RefusedException.conflict(
          "A token of theirs is good, and they can make others themselves; if it is lost, take all of theirs back first.");
    }
    return fresh(account, lifetime, by);
  }

  private FreshToken fresh(AccountKept account, Duration lifetime, String by) {
    Instant now = clock.instant();
    List<AccessToken> tokens = new ArrayList<>(account.tokens());
    tokens.removeIf(token -> !now.isBefore(token.expiresAt()));
    if (tokens.size() >= MOST_TOKENS) {
      throw RefusedException.conflict(
          "There are " + MOST_TOKENS + " tokens already; take one back first.");
    }
    FreshToken fresh = FreshToken.of(account.user(), random, now, lifetime, by);
    tokens.add(fresh.kept());
    var _ = keep(account.with(tokens));
    return fresh;
  }

  /// Lets the first whom a provider vouches for under a name hold the account of that name.
  ///
  /// @return who holds it
  /// @throws RefusedException if there is no such account
  public synchronized Holder hold(String user, Holder somebody) {
    AccountKept account = now(user);
    return account.holder().orElseGet(() -> first(account, somebody));
  }

  private Holder first(AccountKept account, Holder somebody) {
    var _ = keep(account.heldBy(somebody));
    return somebody;
  }

  /// Takes one token back.
  ///
  /// @throws RefusedException if there is no such account or token
  public synchronized void revoke(String user, String id) {
    AccountKept account = now(user);
    var _ =
        account
            .token(id)
            .orElseThrow(() -> RefusedException.notFound("There is no token of that id."));
    var _ =
        keep(account.with(account.tokens().stream().filter(it -> !it.id().equals(id)).toList()));
  }

  /// Takes every token back, and ends every session of the page.
  ///
  /// @throws RefusedException if there is no such account
  public synchronized void revokeAll(String user) {
    var _ = keep(now(user).with(List.of()).withSessionsSince(clock.instant()));
  }

  /// Closes an account: nothing lets its holder in any more.
  ///
  /// @throws RefusedException if there is no such account
  public synchronized void remove(String user) {
    String key = now(user).key();
    writer.delete(Topics.ACCOUNTS, key);
    settled();
  }

  @Override
  public void close() {
    table.close();
  }

  private AccountKept keep(AccountKept account) {
    writer.write(Topics.ACCOUNTS, account.key(), account);
    settled();
    return account;
  }

  // Another copy may have changed it a moment ago, and the whole record is written.
  private AccountKept now(String user) {
    awaitOthers();
    return of(user);
  }

  private void settled() {
    writer.flush();
    awaitOthers();
  }

  private void awaitOthers() {
    try {
      table.awaitWritten();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw RefusedException.notNow("The service is ending; what was changed so far is kept.");
    }
  }

  private TopicTable<AccountKept> whole() {
    if (!table.whole()) {
      throw RefusedException.notNow("Warming up: the accounts are being read; try again.");
    }
    return table;
  }
}
