package io.chihiro.door;

import java.util.regex.Pattern;

/// Somebody who was let in.
///
/// @param user under whose name everything of theirs is kept
/// @param role what they may do beside looking at their own life
/// @param pass what let them in, by a name that may be told; calls are counted by it
public record Identity(String user, Role role, String pass) {
  /// The name under which everything of the owner of this machine is kept.
  public static final String OWNER = "owner";

  /// What lets in whoever shows a session of the page instead of a token.
  public static final String SESSION = "session";

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  /// What somebody may do beside looking at their own life.
  public enum Role {
    /// Looks after the system and its accounts.
    OWNER,
    /// Nothing else.
    MEMBER;

    /// As it is told to other services.
    String word() {
      return Hyphenated.of(this);
    }
  }

  /// The owner of this machine.
  public static Identity owner(String pass) {
    return new Identity(OWNER, Role.OWNER, pass);
  }

  /// Whether a token let them in, not a session that began with one.
  public boolean hasToken() {
    return !pass.equals(SESSION);
  }

  /// Whether this can be a user's name: small letters, digits and hyphens, a letter first, at most
  /// 32. It becomes part of keys, places and tokens.
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }
}
