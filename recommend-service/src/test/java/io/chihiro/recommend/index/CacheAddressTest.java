package io.chihiro.recommend.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CacheAddressTest {
  @Test
  void oneHostIsOneRedis() {
    assertEquals(
        new CacheAddress(List.of("rediss://me:secret@host:6379/3"), false),
        CacheAddress.parse(" rediss://me:secret@host:6379/3 "));
  }

  @Test
  void severalHostsAreAClusterAndTheLoginIsSaidOnce() {
    assertEquals(
        new CacheAddress(List.of("rediss://me:a%2Cb@one:6379", "rediss://me:a%2Cb@two:6380"), true),
        CacheAddress.parse("rediss://me:a%2Cb@one:6379, two:6380"));
    assertEquals(
        new CacheAddress(List.of("redis://one:1", "redis://two:2"), true),
        CacheAddress.parse("redis://one:1,redis://two:2"));
  }

  @Test
  void theSchemeMakesOneNodeACluster() {
    assertEquals(
        new CacheAddress(List.of("redis://one:6379"), true),
        CacheAddress.parse("redis-cluster://one:6379"));
    assertEquals(
        new CacheAddress(List.of("rediss://me:x@one:1", "rediss://me:x@two:2"), true),
        CacheAddress.parse("rediss-cluster://me:x@one:1,two:2"));
  }

  @Test
  void aClusterHasNoDatabases() {
    Exception refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> CacheAddress.parse("redis-cluster://me:x@one:6379/2"));
    assertTrue(String.valueOf(refused.getMessage()).contains("has none"), refused.toString());
  }
}
