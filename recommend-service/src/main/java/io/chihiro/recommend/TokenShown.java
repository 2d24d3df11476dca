package io.chihiro.recommend;

import io.chihiro.recommend.people.FreshToken;
import java.time.Instant;

/// A token, shown once.
///
/// @param id names it from now on
public record TokenShown(String user, String token, String id, Instant expiresAt) {
  static TokenShown of(String user, FreshToken fresh) {
    return new TokenShown(user, fresh.shown(), fresh.kept().id(), fresh.kept().expiresAt());
  }
}
