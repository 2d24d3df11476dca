package io.chihiro.recommend.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.chihiro.local.EmbeddedCache;
import io.chihiro.local.OwnCertificate;
import io.lettuce.core.RedisConnectionException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A real Redis that speaks nothing but TLS and knows nobody but one user.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class EncryptedRedisIT {
  @TempDir static Path folder;

  private static OwnCertificate own;
  private static EmbeddedCache cache;

  @BeforeAll
  static void start() throws InterruptedException {
    own = OwnCertificate.make(folder);
    cache = EmbeddedCache.startEncrypted(folder.resolve("redis"), own, "chihiro", "right");
  }

  @AfterAll
  static void stop() {
    cache.close();
  }

  @Test
  void daysAreKeptBehindTlsAndALogin() {
    try (RedisCache connection = RedisCache.connect(cache.uri(), Optional.of(own.certificate()))) {
      RedisDays days = new RedisDays(connection, "1");
      days.apply(
          List.of(DayRecords.moment("owner", DayRecords.DAY, "A day.")), Map.of("moments-0", 1L));

      assertEquals(1, days.moments("owner").size());
      assertEquals(Map.of("moments-0", 1L), days.positions());
    }
  }

  @Test
  void aWrongPasswordIsRefused() {
    assertRefused(cache.uri().replace(":right@", ":wrong@"), Optional.of(own.certificate()));
  }

  @Test
  void aCertificateThatNobodyTrustsIsNotTalkedTo() {
    assertRefused(cache.uri(), Optional.empty());
  }

  @Test
  void nothingIsSaidInTheClear() {
    assertRefused(cache.uri().replace("rediss:", "redis:"), Optional.empty());
  }

  private static void assertRefused(String address, Optional<Path> trusted) {
    var _ =
        assertThrows(
            RedisConnectionException.class, () -> RedisCache.connect(address, trusted).close());
  }
}
