package io.chihiro.recommend;

import io.chihiro.events.AccountKept.AccessToken;
import java.time.Instant;
import java.util.Optional;

/// A token as anybody may see it.
///
/// @param madeBy who had it made and saw it
public record TokenView(String id, Instant createdAt, Instant expiresAt, Optional<String> madeBy) {
  static TokenView of(AccessToken token) {
    return new TokenView(token.id(), token.createdAt(), token.expiresAt(), token.madeBy());
  }
}
