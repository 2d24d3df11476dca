package io.chihiro.recommend;

import io.chihiro.events.AccountKept.AccessToken;
import java.time.Instant;

/// A token as anybody may see it.
public record TokenView(String id, Instant createdAt, Instant expiresAt) {
  static TokenView of(AccessToken token) {
    return new TokenView(token.id(), token.createdAt(), token.expiresAt());
  }
}
