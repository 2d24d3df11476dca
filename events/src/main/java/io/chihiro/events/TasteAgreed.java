package io.chihiro.events;

import java.time.Instant;

/// That somebody lets others be answered from what they took to, and is answered from others' in
/// turn. Without this record nobody learns from their listening but for themselves.
///
/// @param user who agrees; nobody can for another
/// @param agreedAt since when
public record TasteAgreed(String user, Instant agreedAt) implements Event {
  public TasteAgreed {
    user = Check.user(user);
    Check.require(agreedAt != null, "agreedAt must be given");
  }

  /// `user/agreement`.
  public String key() {
    return keyOf(user);
  }

  /// The key under which a user's lies.
  public static String keyOf(String user) {
    return Keys.of(user, "agreement");
  }
}
