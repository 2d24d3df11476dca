package io.chihiro.recommend.index;

import static io.chihiro.recommend.index.RedisCache.told;

import java.time.Duration;
import java.util.Optional;

/// Notes in Redis, under names that do not say which copy has written them.
public final class RedisNotes implements Notes {
  private static final String PREFIX = "chihiro:note:";

  private final RedisCache cache;

  public RedisNotes(RedisCache cache) {
    this.cache = cache;
  }

  @Override
  public void keep(String key, byte[] note, Duration lifetime) {
    var _ = told(() -> cache.questions().setex(PREFIX + key, lifetime.toSeconds(), note));
  }

  @Override
  public Optional<byte[]> find(String key) {
    return Optional.ofNullable(told(() -> cache.questions().get(PREFIX + key)));
  }

  @Override
  public Optional<byte[]> take(String key) {
    return Optional.ofNullable(told(() -> cache.questions().getdel(PREFIX + key)));
  }
}
